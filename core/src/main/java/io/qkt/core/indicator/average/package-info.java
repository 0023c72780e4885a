/** Averages of numbers, and what is made of averages: momentum, true range and bands. */
package io.qkt.core.indicator.average;

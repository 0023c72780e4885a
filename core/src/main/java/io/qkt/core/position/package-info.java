/** What one owner holds and what it has made: legs, money, results, and how much money buys. */
package io.qkt.core.position;

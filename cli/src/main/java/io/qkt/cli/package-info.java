/** The qkt command. */
package io.qkt.cli;

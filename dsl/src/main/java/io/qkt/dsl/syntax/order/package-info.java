/** Reads actions and orders: how much, at which price, with which exits. */
package io.qkt.dsl.syntax.order;

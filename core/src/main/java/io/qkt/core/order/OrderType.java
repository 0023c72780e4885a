package io.qkt.core.order;

/** How an order asks to be executed. */
public enum OrderType { MARKET }

/** Exact amounts: prices, quantities and money are longs that count units of 1e-8. */
package io.qkt.core.money;

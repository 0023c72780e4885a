/**
 * Portfolios: the supervisor that decides over the children of one book, and all of them at once.
 */
package io.qkt.core.portfolio;

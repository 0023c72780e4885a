/** All indicators by name. */
package io.qkt.core.indicator.catalogue;

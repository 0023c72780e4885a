/** A node: the one place that gives every port its implementation. */
package io.qkt.cli.node;

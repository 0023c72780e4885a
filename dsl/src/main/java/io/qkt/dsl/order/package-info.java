/** What the actions of the text become in a program: orders with all that hangs on them. */
package io.qkt.dsl.order;

/** Orders: their ids, their intents, what is heard about them, and the table of their lifecycle. */
package io.qkt.core.order;

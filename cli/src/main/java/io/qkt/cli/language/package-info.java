/** The verbs about texts: they need no daemon and start none. */
package io.qkt.cli.language;

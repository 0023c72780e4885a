/** What can be asked of qkt, one class a verb. */
package io.qkt.cli.verb;

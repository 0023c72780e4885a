/** How the command ends. */
package io.qkt.cli.end;

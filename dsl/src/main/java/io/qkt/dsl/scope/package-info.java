/** What a file declares, by name. */
package io.qkt.dsl.scope;

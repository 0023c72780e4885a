/** What is wrong with a text: coded, placed and with a remedy, as a value and as prose. */
package io.qkt.dsl.issue;

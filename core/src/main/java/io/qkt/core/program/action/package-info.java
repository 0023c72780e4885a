/** What a rule does when it fires, as plans whose numbers are evaluated at that moment. */
package io.qkt.core.program.action;

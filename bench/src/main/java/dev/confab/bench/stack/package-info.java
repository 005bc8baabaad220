/** The stack that is measured, and the bench's ways into it: REST, SQL, the log. */
package dev.confab.bench.stack;

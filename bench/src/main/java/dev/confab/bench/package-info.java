/**
 * How fast the stack is and what it costs: start at {@link dev.confab.bench.Bench}. The stack, the load driver and the
 * floor are processes of their own; this one only tells them what to do and reads what it cost.
 */
@NullMarked
package dev.confab.bench;

import org.jspecify.annotations.NullMarked;

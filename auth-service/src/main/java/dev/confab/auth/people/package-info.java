/**
 * Finding people by their names. Start at {@link dev.confab.auth.people.FindPeople}. All of it runs on event loops.
 */
@NullMarked
package dev.confab.auth.people;

import org.jspecify.annotations.NullMarked;

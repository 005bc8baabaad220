/** What the rest of Confab knows of a room; {@link dev.confab.room.state.RecordPositions} publishes it. */
package dev.confab.room.state;

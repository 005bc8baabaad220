/**
 * From the log to rows, exactly once: {@link dev.confab.message.projection.Projector} reads in one thread, {@link
 * dev.confab.message.projection.Projection} decides without side effects what a run of events changes, {@link
 * dev.confab.message.projection.ProjectionStore} keeps it together with how far it is. Who reads right after writing
 * waits with {@link dev.confab.message.projection.AwaitProjection}.
 */
package dev.confab.message.projection;

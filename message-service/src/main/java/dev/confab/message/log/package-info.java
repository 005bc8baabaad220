/**
 * The log seen from here: which log it is ({@link dev.confab.message.log.Epochs}), how far it reaches
 * ({@link dev.confab.message.log.LogEnds}), and appending to it ({@link dev.confab.message.log.AppendToLog}).
 */
package dev.confab.message.log;

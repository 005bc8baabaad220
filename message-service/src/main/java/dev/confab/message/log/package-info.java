/**
 * The log seen from here: which log it is ({@link dev.confab.message.log.Epochs}) and how far it reaches
 * ({@link dev.confab.message.log.LogEnds}).
 */
package dev.confab.message.log;

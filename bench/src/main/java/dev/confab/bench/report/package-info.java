/** What was found, as a table, as JSON and as plots. Pure but for the writing of files. */
package dev.confab.bench.report;

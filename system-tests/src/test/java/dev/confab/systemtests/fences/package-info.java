/** Whoever is put out is out everywhere, from one position in the log on or within a second, whatever they try. */
package dev.confab.systemtests.fences;

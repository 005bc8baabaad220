/** The benchmark's own processes: each is told what to do in lines of JSON, and answers each with one. Blocking. */
package dev.confab.bench.process;

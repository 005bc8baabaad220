/** What processes cost: processor time, memory, allocation, as the system and the services themselves tell. Linux only. */
package dev.confab.bench.measure;

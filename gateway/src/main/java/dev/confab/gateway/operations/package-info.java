/** Whether this gateway can be used: {@link dev.confab.gateway.operations.Gate}, shown as readiness. */
package dev.confab.gateway.operations;

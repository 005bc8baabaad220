/**
 * What is deployed, held against the code without a cluster: start at {@link
 * dev.confab.systemtests.deployment.KubernetesTest}. {@link dev.confab.systemtests.deployment.Manifests} renders the
 * overlays with kubectl.
 */
package dev.confab.systemtests.deployment;

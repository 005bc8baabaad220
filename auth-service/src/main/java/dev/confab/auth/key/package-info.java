/**
 * The keys that sign access tokens: made, kept, published and retired by age alone. {@link dev.confab.auth.key.KeyRing}
 * holds the rules, {@link dev.confab.auth.key.TokenKeys} the keys of this moment.
 */
package dev.confab.auth.key;

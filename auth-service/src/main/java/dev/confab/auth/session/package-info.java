/**
 * Sessions: one sign-in of an account on one device, kept alive by its refresh token ({@link
 * dev.confab.auth.session.RefreshChain} says how these follow one another), ended by {@link
 * dev.confab.auth.session.SessionStore#end}, whatever the reason.
 */
package dev.confab.auth.session;

/** What requests to the gateway have in common: who may ask from where, and the channel below it. */
package dev.confab.gateway.web;

/** What every HTTP answer of the gateway has in common: who may ask from where, and the security headers. */
package dev.confab.gateway.web;

/** Writing over REST: {@link dev.confab.message.send.AppendOnce} keeps a message once however often it is sent. */
package dev.confab.message.send;

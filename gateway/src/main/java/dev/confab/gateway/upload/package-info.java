/** Which requests bring files, and so pass through in pieces, never as a whole: {@link dev.confab.gateway.upload.Uploads}. */
package dev.confab.gateway.upload;

/** Taking files in: {@link dev.confab.media.upload.UploadResource}, then {@link dev.confab.media.upload.TakeIn}. */
package dev.confab.media.upload;

/**
 * Takes in files, makes pictures small, and serves both to who may read a message that has them. Start at {@link
 * dev.confab.media.upload.UploadResource} and {@link dev.confab.media.serve.MediaResource}. Hostile pictures are decoded here and
 * nowhere else, on few threads and for a bounded time.
 */
package dev.confab.media;

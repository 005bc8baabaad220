/**
 * What is known of files ({@link dev.confab.media.file.MediaStore}) and their contents on disk ({@link
 * dev.confab.media.file.Contents}), which block and are called on worker threads.
 */
package dev.confab.media.file;

/** Serving files to who may read them: {@link dev.confab.media.serve.MediaResource}. */
package dev.confab.media.serve;

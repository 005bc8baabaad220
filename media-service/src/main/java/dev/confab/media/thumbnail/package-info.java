/**
 * Small pictures, made when they are first asked for: {@link dev.confab.media.thumbnail.MakeThumbnail}. The one place where pixels
 * are unpacked, on threads of its own ({@link dev.confab.media.thumbnail.PictureWorkers}).
 */
package dev.confab.media.thumbnail;

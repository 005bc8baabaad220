/**
 * The containers of pictures, read without unpacking a pixel: {@link dev.confab.chassis.picture.PictureFile}. Stateless and
 * bounded by the bytes that are given.
 */
package dev.confab.chassis.picture;

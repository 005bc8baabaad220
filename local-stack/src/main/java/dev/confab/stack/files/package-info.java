/**
 * What the stack needs of the file system beyond java.nio.file: whole folders, and files for the owner's eyes only.
 * Nothing here is shared between threads.
 */
package dev.confab.stack.files;

/** What users tell of themselves: names, pictures, and the room to come back to. */
package dev.confab.auth.profile;

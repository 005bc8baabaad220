/** Private conversations: who one has them with, and what was said. */
package dev.confab.message.direct;

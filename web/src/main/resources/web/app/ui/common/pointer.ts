/** What the person at this device has at hand. */

/** There is no keyboard that comes up, and covers half of the page, when a field gets the focus. */
export function mayType(): boolean {
  return matchMedia('(hover: hover)').matches;
}

/** Fingers: the keyboard is on the screen, and its only way to a new line is Enter. */
export function isTouch(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

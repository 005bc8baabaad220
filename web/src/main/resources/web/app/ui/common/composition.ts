/**
 * Keys that belong to the making of a character (kana to kanji, dead keys, …) are no commands, whatever field they are typed
 * in: nothing on the page gets to see them. The browser does what they are for.
 */
export function hideComposition(): void {
  const hide = (event: KeyboardEvent): void => {
    if (isOfComposition(event)) event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', hide, { capture: true });
}

/** Safari tells of the key that ends a composition after its end, with this code alone. */
const PROCESSED_BY_INPUT_METHOD = 229;

export function isOfComposition(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === PROCESSED_BY_INPUT_METHOD;
}

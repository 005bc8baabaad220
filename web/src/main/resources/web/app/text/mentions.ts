/** Names in a text. Pure. */

/**
 * The place before an `@` that may stand for somebody: not in the midst of a word, as in an address. Scripts that put no spaces
 * between words have no midst of a word. The gateway finds names in the same places.
 */
export const BEFORE_PERSON = String.raw`(?<=^|[^\p{L}\p{N}_@\/.-]|[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}])`;

/** The known name with which `@…` begins: names may end in a full stop, and so may sentences. */
export function beginningOf(text: string, isKnown: (name: string) => boolean): string | undefined {
  let name = text.slice(1);
  while (!isKnown(name) && /[._-]$/.test(name)) name = name.slice(0, -1);
  return name !== '' && isKnown(name) ? name : undefined;
}

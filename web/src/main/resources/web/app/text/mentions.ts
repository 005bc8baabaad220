/** Names in a text. Pure. */

/** The known name with which `@…` begins: names may end in a full stop, and so may sentences. */
export function beginningOf(text: string, isKnown: (name: string) => boolean): string | undefined {
  let name = text.slice(1);
  while (!isKnown(name) && /[._-]$/.test(name)) name = name.slice(0, -1);
  return name !== '' && isKnown(name) ? name : undefined;
}

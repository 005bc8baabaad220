/** Which emoji are offered. Pure. */
import data from './emoji.json';

export interface Emoji {
  readonly sign: string;
  readonly name: string;
}

export interface Group {
  readonly name: string;
  readonly emoji: readonly Emoji[];
}

const groups: readonly Group[] = data.map(({ name, emoji }) => ({
  name,
  emoji: emoji.map(([sign = '', words = '']) => ({ sign, name: words })),
}));

/** All in their groups, the recently used before them; or only those whose words begin with what is wanted. */
export function find(wanted: string, recent: readonly string[]): readonly Group[] {
  const words = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const all = groups.flatMap(({ emoji }) => emoji);
  if (words.length > 0)
    return [{ name: 'Found', emoji: all.filter((emoji) => words.every((word) => has(emoji, word))) }];
  const used = recent.flatMap((sign) => all.filter((emoji) => emoji.sign === sign));
  return used.length === 0 ? groups : [{ name: 'Recently used', emoji: used }, ...groups];
}

function has({ name }: Emoji, word: string): boolean {
  return name.split(/[\s,-]+/).some((known) => known.startsWith(word));
}

/** What can be completed where one writes, and with what. Pure. */
import { userKey } from '../protocol/names';
import { BEFORE_PERSON } from './mentions';
import { shortcodes } from './shortcodes';

/** What one has begun to write, behind its sign. */
export interface Asked {
  readonly kind: 'person' | 'room' | 'emoji';
  readonly query: string;
  /** Where the sign is. */
  readonly from: number;
}

export interface Candidate {
  readonly kind: Asked['kind'];
  /** What is written in the place of what was begun. */
  readonly text: string;
  readonly name: string;
  /** Said beside it: a display name, or nothing. */
  readonly detail: string;
  /** Drawn before it, of an emoji. */
  readonly sign: string;
}

export const MOST = 8;

const PERSON = new RegExp(String.raw`${BEFORE_PERSON}@([\p{L}\p{N}_.-]{0,50})$`, 'u');
/** Names of rooms have spaces in them, but none at their end. */
const ROOM = /(?<![A-Za-z0-9_&\/#])#((?:[^\s#](?:[^\n#]{0,48}[^\s#])?)?)$/u;
const EMOJI = /(?<![\p{L}\p{N}:]):([a-z0-9_+-]{2,40})$/u;

const PATTERNS = [
  ['person', PERSON],
  ['room', ROOM],
  ['emoji', EMOJI],
] as const;

/** The last sign counts: behind `#` there may be words that belong to no name. */
export function askedAt(text: string, caret: number): Asked | undefined {
  const before = text.slice(Math.max(0, caret - 60), caret);
  const all = PATTERNS.flatMap(([kind, pattern]): Asked[] => {
    const query = pattern.exec(before)?.[1];
    return query === undefined ? [] : [{ kind, query, from: caret - query.length - 1 }];
  });
  return all.sort((one, other) => other.from - one.from)[0];
}

/** Whether nothing is left to complete. */
export function isWhole({ query }: Asked, { text }: Candidate): boolean {
  return query.toLowerCase() === text.slice(1).toLowerCase();
}

export interface Names {
  /** Whoever is here comes first; each may be in it more than once. */
  readonly people: readonly string[];
  readonly rooms: readonly string[];
  displayName(user: string): string | undefined;
}

export function candidates({ kind, query }: Asked, names: Names): readonly Candidate[] {
  switch (kind) {
    case 'person':
      return people(query.toLowerCase(), names);
    case 'room':
      return best(names.rooms, (room) => rank([room], query.toLowerCase())).map((room) =>
        candidate(kind, `#${room}`, room),
      );
    case 'emoji':
      return shortcodes(query, MOST).map(({ code, sign }) => ({ ...candidate(kind, sign, `:${code}:`), sign }));
  }
}

function people(query: string, { people, displayName }: Names): readonly Candidate[] {
  const keys = new Set<string>();
  const each = people.filter((user) => !keys.has(userKey(user)) && keys.add(userKey(user)));
  const found = best(each, (user) => rank([user, displayName(user) ?? ''], query));
  return found.map((user) => candidate('person', `@${user}`, user, displayName(user)));
}

function candidate(kind: Asked['kind'], text: string, name: string, detail = ''): Candidate {
  return { kind, text, name, detail, sign: '' };
}

/** In their order, but first the one that is called so, then those that begin so, then those of which another word does. */
function best(all: readonly string[], rankOf: (one: string) => number): readonly string[] {
  const ranked = all.map((one) => ({ one, rank: rankOf(one) })).filter(({ rank }) => rank < Infinity);
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ one }) => one);
}

function rank(names: readonly string[], query: string): number {
  const lower = names.map((name) => name.toLowerCase());
  if (lower[0] === query) return -1;
  if (lower.some((name) => name.startsWith(query))) return 0;
  return lower.some((name) => name.split(/[\s._-]+/).some((word) => word.startsWith(query))) ? 1 : Infinity;
}

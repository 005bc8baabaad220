/** Rows that are as they were stay the very same, so that only what has changed is drawn again. Pure. */
import type { MessageRow, QuoteRow, Row } from './rows';

export function reused(before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((row) => [row.key, row]));
  return after.map((row) => {
    const was = known.get(row.key);
    return was !== undefined && isSame(was, row) ? was : row;
  });
}

function isSame(was: Row, row: Row): boolean {
  if (was.kind !== 'message' || row.kind !== 'message') return was.kind === row.kind;
  return NAMES.every((name) => was[name] === row[name]) && was.at.getTime() === row.at.getTime() && isSameQuote(was.quote, row.quote);
}

type Simple = Exclude<keyof MessageRow, 'at' | 'quote'>;

/** By name, so that the compiler asks for a new one. */
const SIMPLE: Record<Simple, true> = {
  kind: true,
  key: true,
  id: true,
  position: true,
  from: true,
  text: true,
  state: true,
  why: true,
  first: true,
  message: true,
  tick: true,
  mentioned: true,
  attachments: true,
  editing: true,
};

const NAMES = Object.keys(SIMPLE) as readonly Simple[];

function isSameQuote(was: QuoteRow | undefined, quote: QuoteRow | undefined): boolean {
  if (was === undefined || quote === undefined) return was === quote;
  const isSameMessage = was.ref.id === quote.ref.id && was.ref.author === quote.ref.author;
  return isSameMessage && was.excerpt === quote.excerpt && was.deleted === quote.deleted;
}

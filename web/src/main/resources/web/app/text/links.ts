/** Finds the addresses in a text; everything else stays text. Pure. */

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** Stops, commas, brackets and quotes of scripts that have no space after them end an address wherever they are. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"“”«»‹›。、，．；：！？｡､（）【】「」『』〈〉《》〔〕［］｛｝]+/giu;

/**
 * Punctuation at the end is the sentence's, in whatever script, but for what addresses do end with. Closing brackets are
 * looked at one by one.
 */
const OF_THE_SENTENCE = /[[\p{Po}\p{Pi}\p{Pf}`_~\|^]--[\/#%@\&]]$/v;
const CLOSING = /\p{Pe}$/u;

const PAIRS = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const href = hrefOf(address);
    if (href === undefined) continue;
    if (match.index > done) pieces.push({ kind: 'text', text: text.slice(done, match.index) });
    pieces.push({ kind: 'link', text: address, href });
    done = match.index + address.length;
  }
  if (done < text.length) pieces.push({ kind: 'text', text: text.slice(done) });
  return pieces;
}

/** Without the punctuation of the sentence around it, and without brackets that were opened before it. */
function trimmed(address: string): string {
  let rest = address;
  for (;;) {
    if (OF_THE_SENTENCE.test(rest)) rest = rest.replace(OF_THE_SENTENCE, '');
    else if (CLOSING.test(rest) && !isOpened(rest)) rest = rest.replace(CLOSING, '');
    else return rest;
  }
}

/** Whether the bracket at the end has its opening one within the address. */
function isOpened(address: string): boolean {
  const closing = address.at(-1) ?? '';
  const opening = PAIRS.get(closing);
  return opening !== undefined && countOf(address, opening) >= countOf(address, closing);
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function hrefOf(address: string): string | undefined {
  try {
    const { href, protocol } = new URL(address);
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}

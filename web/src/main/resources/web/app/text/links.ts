/** Finds the addresses in a text; everything else stays text. Pure. */

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”]+/giu;
const TRAILING = /[.,:;!?'’*_~]+$/u;

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

/** Without the punctuation of the sentence around it, and without a bracket that was opened before it. */
function trimmed(address: string): string {
  let rest = address.replace(TRAILING, '');
  for (const [open, close] of ['()', '[]', '{}']) {
    while (open && close && rest.endsWith(close) && !rest.includes(open))
      rest = rest.slice(0, -1).replace(TRAILING, '');
  }
  return rest;
}

function hrefOf(address: string): string | undefined {
  try {
    const { href, protocol } = new URL(address);
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}

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

/** The address that begins there. */
export function addressAt(text: string, index: number): { readonly text: string; readonly href: string } | undefined {
  const here = new RegExp(ADDRESS, 'iuy');
  here.lastIndex = index;
  const address = trimmed(here.exec(text)?.[0] ?? '');
  const href = hrefOf(address);
  return href === undefined ? undefined : { text: address, href };
}

/** Without the punctuation of the sentence around it, and without brackets that were opened before it. */
function trimmed(address: string): string {
  const opened = new Map([...PAIRS].map(([closing, opening]) => [closing, surplus(address, opening, closing)]));
  const signs = [...address];
  for (;;) {
    const last = signs.at(-1) ?? '';
    if (OF_THE_SENTENCE.test(last)) signs.pop();
    else if (CLOSING.test(last) && (opened.get(last) ?? -1) < 0) {
      signs.pop();
      opened.set(last, (opened.get(last) ?? -1) + 1);
    } else return signs.join('');
  }
}

/** How many more opening brackets there are than closing ones. */
function surplus(text: string, opening: string, closing: string): number {
  return text.split(opening).length - text.split(closing).length;
}

/** What may be opened: pages, and the writing of mail; nothing that runs, and nothing of this page's own. */
const OPENED = new Set(['http:', 'https:', 'mailto:']);

export function hrefOf(address: string): string | undefined {
  try {
    const { href, protocol } = new URL(address);
    return OPENED.has(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

const DOMAIN = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;

/** Where the link really leads, if its label reads like the address of another place. */
export function realHost(label: string, href: string): string | undefined {
  const shown = DOMAIN.exec(label)?.[0];
  const { hostname } = new URL(href);
  if (shown === undefined || hostname === '') return undefined;
  return hostOf(`https://${shown}`) === hostname.replace(/^www\./, '') ? undefined : hostname;
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : undefined;
}

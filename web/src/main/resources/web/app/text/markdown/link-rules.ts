/** Links: addresses as they are, `<address>`, `[label](address)`; and signs that are not to format. */
import { addressAt, hrefOf } from '../links';
import type { Budget } from './budget';
import type { InlineState, Token } from './inline-state';

/** Characters that a label may have. */
const MAX_LABEL = 500;
const SCHEME = /(?<![A-Za-z0-9_])https?$/i;
const DESTINATION = /\(\s*(?:<([^<>\n]*)>|((?:[^\s()]|\((?:[^\s()]|\([^\s()]*\))*\))+))(?:\s+"[^"\n]*")?\s*\)/y;
const BRACKETED = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/iy;
const FORMATTING = '*_~`[]()<>#@:.-';
const ARM = '¯';

export function address(state: InlineState): boolean {
  const { src, pos, isLabel } = state;
  if (isLabel || !src.startsWith('://', pos)) return false;
  const [scheme] = SCHEME.exec(state.pending.slice(-6)) ?? [];
  const found = scheme === undefined ? undefined : addressAt(src, pos - scheme.length);
  if (scheme === undefined || found === undefined) return false;
  state.pending = state.pending.slice(0, -scheme.length);
  state.add('link', found.text, found.href);
  state.pos += found.text.length - scheme.length;
  state.budget.spend(found.text.length);
  return true;
}

export function bracketed(state: InlineState): boolean {
  if (state.isLabel || state.src[state.pos] !== '<') return false;
  BRACKETED.lastIndex = state.pos;
  const [whole, shown = ''] = BRACKETED.exec(state.src) ?? [];
  const href = hrefOf(shown);
  if (whole === undefined || href === undefined) return false;
  state.add('link', shown.replace(/^mailto:/i, ''), href);
  state.pos += whole.length;
  return true;
}

export function link(
  state: InlineState,
  tokensOf: (src: string, budget: Budget, rooms: readonly string[], isLabel: boolean) => readonly Token[],
): boolean {
  const isImage = state.src[state.pos - 1] === '!';
  if (state.isLabel || isImage || state.src[state.pos] !== '[') return false;
  const end = labelEnd(state);
  if (end === undefined || state.src[end + 1] !== '(') return false;
  DESTINATION.lastIndex = end + 1;
  const [whole, pointed, plain] = DESTINATION.exec(state.src) ?? [];
  const href = hrefOf(pointed ?? plain ?? '');
  const label = state.src.slice(state.pos + 1, end);
  if (whole === undefined || href === undefined || label.trim() === '') return false;
  state.add('link', '', href).label = tokensOf(label, state.budget, state.rooms, true);
  state.pos = end + 1 + whole.length;
  return true;
}

/** Where the bracket closes that opens here. */
function labelEnd({ src, pos, budget }: InlineState): number | undefined {
  let depth = 0;
  const last = Math.min(src.length, pos + MAX_LABEL);
  for (let at = pos; at < last; at++) {
    budget.spend(1);
    const sign = src[at];
    if (sign === '\\') at++;
    else if (sign === '[') depth++;
    else if (sign === ']' && --depth === 0) return at;
  }
  return undefined;
}

/** A backslash before a sign that formats; elsewhere, as in `C:\temp` or in the arm of a shrug, it is a backslash. */
export function escaped(state: InlineState): boolean {
  const { src, pos } = state;
  const sign = src[pos + 1] ?? '';
  if (src[pos] !== '\\' || sign === '' || !FORMATTING.includes(sign)) return false;
  state.add('text', src[pos - 1] === ARM ? `\\${sign}` : sign);
  state.pos += 2;
  return true;
}

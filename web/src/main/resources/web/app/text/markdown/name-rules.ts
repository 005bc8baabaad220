/** `@name`, `#room` and `:emoji:`. */
import { BEFORE_PERSON } from '../mentions';
import { emojiOf } from '../shortcodes';
import type { InlineState } from './inline-state';

/** As the gateway reads names; what is no mention for it must not look like one. */
const NAME = new RegExp(`${BEFORE_PERSON}@[A-Za-z0-9_.-]{1,50}`, 'uy');
const BEHIND_NAME = /[A-Za-z0-9_@]/;
const BEFORE_ROOM = /[A-Za-z0-9_.+\/-]/;
const SHORTCODE = /:([a-z0-9_+-]{1,40}):/y;
const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const SPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u;

/** Whose name it is, if anybody's, is known where it is shown. */
export function person(state: InlineState): boolean {
  const { src, pos } = state;
  if (src[pos] !== '@') return false;
  NAME.lastIndex = pos;
  const [name] = NAME.exec(src) ?? [];
  if (name === undefined || BEHIND_NAME.test(src[pos + name.length] ?? '')) return false;
  state.add('person', name);
  state.pos += name.length;
  return true;
}

/** Only rooms that are known: their names have spaces, and may be anything. */
export function room(state: InlineState): boolean {
  if (state.src[state.pos] !== '#' || BEFORE_ROOM.test(state.src[state.pos - 1] ?? '')) return false;
  state.budget.spend(state.rooms.length);
  const from = state.pos + 1;
  const known = state.rooms.find((name) => isAt(state.src, from, name));
  if (known === undefined) return false;
  const end = from + known.length;
  state.add('room', state.src.slice(state.pos, end), known);
  state.pos = end;
  return true;
}

export function emoji(state: InlineState): boolean {
  if (state.src[state.pos] !== ':') return false;
  SHORTCODE.lastIndex = state.pos;
  const [whole, code = ''] = SHORTCODE.exec(state.src) ?? [];
  const sign = emojiOf(code);
  if (whole === undefined || sign === undefined) return false;
  state.add('emoji', whole, sign);
  state.pos += whole.length;
  return true;
}

/** Whether this name stands there, in capitals or not, and ends there, too. */
function isAt(src: string, from: number, name: string): boolean {
  const end = from + name.length;
  if (src.slice(from, end).toLowerCase() !== name.toLowerCase()) return false;
  const [last, next] = [name.at(-1) ?? '', src[end] ?? ' '];
  return !LETTER.test(next) || !LETTER.test(last) || SPACED.test(next) !== SPACED.test(last);
}

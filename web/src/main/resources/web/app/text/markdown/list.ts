/** Items that begin with `-`, `*`, `1.` or `1)`. What is indented under an item belongs to it, and nothing else does. */
import { type Found, isBlank } from './blocks';
import type { Block } from './nodes';

/** So far what belongs to an item is indented from its mark; more is taken off only as far as its text is. */
const INDENT = 2;
/** A mark, a space, and something said: `-` alone is no list. */
const ITEM = /^( {0,3})([-*]|(\d{1,9})[.)])([ \t]+)(?=\S)/;

interface Mark {
  readonly indent: number;
  /** The same in all items of a list. */
  readonly sign: string;
  /** Absent where items are not numbered. */
  readonly number: number | undefined;
  readonly width: number;
}

/** @param only the number that a numbered one must have */
export function isItem(line: string, only?: number): boolean {
  const mark = markOf(line);
  return mark !== undefined && (only === undefined || mark.number === undefined || mark.number === only);
}

export function listAt(
  lines: readonly string[],
  from: number,
  deeper: (inner: readonly string[]) => readonly Block[],
): Found {
  const items: (readonly Block[])[] = [];
  const start = markOf(lines[from] ?? '')?.number;
  let at = from;
  for (let mark = markOf(lines[at] ?? ''); mark !== undefined;) {
    const end = itemEnd(lines, at, mark);
    items.push(deeper(innerOf(lines.slice(at, end), mark)));
    const next = nextOf(lines, end);
    const following = markOf(lines[next] ?? '');
    at = following?.sign === mark.sign ? next : end;
    mark = following?.sign === mark.sign ? following : undefined;
  }
  return { block: { kind: 'list', start, items }, next: at };
}

function markOf(line: string): Mark | undefined {
  const [whole, indent = '', sign = '', number] = ITEM.exec(line) ?? [];
  if (whole === undefined) return undefined;
  return {
    indent: indent.length,
    sign: sign.at(-1) ?? '',
    number: number === undefined ? undefined : Number(number),
    width: whole.length,
  };
}

/** Behind the last line of the item; empty lines at its end are not of it. */
function itemEnd(lines: readonly string[], at: number, { indent }: Mark): number {
  let end = at + 1;
  for (let line = at + 1; line < lines.length; line++) {
    if (isBlank(lines[line])) continue;
    if (indentOf(lines[line] ?? '') < indent + INDENT) break;
    end = line + 1;
  }
  return end;
}

function innerOf(lines: readonly string[], { width }: Mark): readonly string[] {
  const [first = '', ...others] = lines;
  const spaces = new RegExp(`^ {0,${width}}`);
  return [first.slice(width), ...others.map((line) => spaced(line).replace(spaces, ''))];
}

/** The next line that is not empty. */
function nextOf(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at])) at++;
  return at;
}

function indentOf(line: string): number {
  return /^ */.exec(spaced(line))?.[0].length ?? 0;
}

/** With four spaces for each tab at its beginning. */
function spaced(line: string): string {
  return line.replace(/^[ \t]+/, (white) => white.replaceAll('\t', '    '));
}

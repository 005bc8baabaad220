/** Reads lines as paragraphs, quotes, lists and code. Headings, tables, images and HTML are text like any other. */
import { type Budget, MAX_BLOCK_LEVEL } from './budget';
import { codeAt, isFence } from './code';
import { isItem, listAt } from './list';
import type { Block, Inline } from './nodes';

export interface Reading {
  readonly budget: Budget;
  /** How the text of a paragraph is read. */
  inside(text: string): readonly Inline[];
}

/** A block, and the line after it. */
export interface Found {
  readonly block: Block;
  readonly next: number;
}

/** A space must follow the first signs, so that `>.<` stays a face. */
const QUOTED = /^ {0,3}>[ \t>]*(?<=[ \t])\S/;
const QUOTE_SIGN = /^ {0,3}> ?/;

export function blocksOf(lines: readonly string[], reading: Reading, level = 0): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    reading.budget.spend(1);
    if (isBlank(lines[at])) at++;
    else {
      const { block, next } = blockAt(lines, at, reading, level);
      blocks.push(block);
      at = next;
    }
  }
  return blocks;
}

function blockAt(lines: readonly string[], at: number, reading: Reading, level: number): Found {
  const line = lines[at] ?? '';
  const deeper = (inner: readonly string[]) => blocksOf(inner, reading, level + 1);
  if (isFence(line)) return codeAt(lines, at);
  if (level < MAX_BLOCK_LEVEL && QUOTED.test(line)) return quoteAt(lines, at, deeper);
  if (level < MAX_BLOCK_LEVEL && isItem(line)) return listAt(lines, at, deeper);
  return paragraphAt(lines, at, reading, level);
}

/** Unlike in CommonMark, the lines under a quote are no part of it: one answers right under what one answers. */
function quoteAt(lines: readonly string[], at: number, deeper: (inner: readonly string[]) => readonly Block[]): Found {
  const next = firstFrom(lines, at, (line) => !QUOTE_SIGN.test(line));
  const inner = lines.slice(at, next).map((line) => line.replace(QUOTE_SIGN, ''));
  return { block: { kind: 'quote', children: deeper(inner) }, next };
}

/** Lines as they are, up to an empty one or to what is no paragraph; a number begins a list there only if it is one. */
function paragraphAt(lines: readonly string[], at: number, { budget, inside }: Reading, level: number): Found {
  const isElse = (line: string): boolean =>
    isBlank(line) || isFence(line) || (level < MAX_BLOCK_LEVEL && (QUOTED.test(line) || isItem(line, 1)));
  const next = firstFrom(lines, at + 1, isElse);
  budget.spend(next - at);
  return { block: { kind: 'paragraph', children: inside(lines.slice(at, next).join('\n').trimEnd()) }, next };
}

/** The number of the first line from there on that is so; else of the end. */
export function firstFrom(lines: readonly string[], from: number, is: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && !is(lines[at] ?? '')) at++;
  return at;
}

export function isBlank(line: string | undefined): boolean {
  return (line ?? '').trim() === '';
}

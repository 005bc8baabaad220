/** Markdown without HTML: reads what people type as a tree of formatted text. Pure. */
import { Budget, Exhausted, MAX_UNITS } from './budget';
import { blocksOf } from './blocks';
import { tokensOf } from './inline';
import type { Block } from './nodes';
import { inlinesOf } from './tree';

/** @param rooms the names of rooms that `#` can be followed by, the longest first */
export function read(text: string, rooms: readonly string[], budget = new Budget()): readonly Block[] {
  const src = text.replace(/\r\n?/g, '\n');
  if (src.length > MAX_UNITS) return asTyped(src);
  try {
    return blocksOf(src.split('\n'), { budget, inside: (part) => inlinesOf(tokensOf(part, budget, rooms)) });
  } catch (error) {
    if (error instanceof Exhausted) return asTyped(src);
    throw error;
  }
}

function asTyped(text: string): readonly Block[] {
  return [{ kind: 'paragraph', children: [{ kind: 'text', text }] }];
}

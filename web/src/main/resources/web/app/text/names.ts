/** Names among other words, where each may be of another direction of writing. Pure. */

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** The name so that it leaves the direction of what stands around it alone; where there are elements, `<bdi>` does it. */
export function isolated(name: string): string {
  return FIRST_STRONG_ISOLATE + name + POP_ISOLATE;
}

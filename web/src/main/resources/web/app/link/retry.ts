/** What a closed connection means. Pure. */

export type AfterClose =
  | { readonly kind: 'retry'; readonly delay: number }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'stopped'; readonly why: string };

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 10_000;
const SOON_MS = 250;

const POLICY = 1008;
const RESTART = 1012;
const SESSION_ENDED = 4001;
const TOO_SLOW = 4008;

/**
 * @param failures connections in a row that did not last
 * @param chance between 0 and 1, spreads the clients of a lost server over time
 */
export function afterClose(code: number, failures: number, chance: number): AfterClose {
  if (code === SESSION_ENDED) return { kind: 'signedOut' };
  if (code === POLICY) return { kind: 'stopped', why: 'The server ended this connection because a rule was broken.' };
  const expected = code === RESTART || code === TOO_SLOW;
  if (expected && failures === 0) return { kind: 'retry', delay: chance * SOON_MS };
  return { kind: 'retry', delay: backoff(failures, chance) };
}

/** Doubles with every failure up to a bound; half of it is left to chance. */
export function backoff(failures: number, chance: number): number {
  const whole = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures);
  return whole / 2 + (chance * whole) / 2;
}

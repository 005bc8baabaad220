import type { Problem } from '../protocol/problem';

/** What becomes of a message that was not accepted. Pure. */
export type AfterRefusal =
  | { readonly kind: 'wait' }
  | { readonly kind: 'rejoin' }
  | { readonly kind: 'again'; readonly after: number; readonly held: boolean }
  | { readonly kind: 'failed' };

/** So many tries are nobody's concern. */
const QUIET_TRIES = 2;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 8_000;

/** @param tries how often it has been refused, this time included */
export function afterRefusal(problem: Problem, tries: number): AfterRefusal {
  if (problem.code === 'unreachable') return { kind: 'wait' };
  if (problem.code === 'not_joined' && tries === 1) return { kind: 'rejoin' };
  if (problem.code === 'rate_limited') return { kind: 'again', after: (problem.retryAfter ?? 1) * 1000, held: false };
  if (!problem.passing) return { kind: 'failed' };
  const after = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
  return { kind: 'again', after, held: tries > QUIET_TRIES };
}

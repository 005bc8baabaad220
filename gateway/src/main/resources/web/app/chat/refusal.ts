import type { Problem } from '../protocol/problem';

/** What becomes of a message that was not accepted. Pure. */
export type AfterRefusal =
  | { readonly kind: 'wait' }
  | { readonly kind: 'rejoin' }
  | { readonly kind: 'again'; readonly after: number }
  | { readonly kind: 'failed' };

const MOST_TRIES = 3;
const FIRST_WAIT_MS = 1_000;

/** @param tries how often it has been refused, this time included */
export function afterRefusal(problem: Problem, tries: number): AfterRefusal {
  if (problem.code === 'unreachable') return { kind: 'wait' };
  if (problem.code === 'not_joined' && tries === 1) return { kind: 'rejoin' };
  if (problem.code === 'rate_limited') return { kind: 'again', after: (problem.retryAfter ?? 1) * 1000 };
  if (problem.passing && tries < MOST_TRIES) return { kind: 'again', after: FIRST_WAIT_MS * 2 ** (tries - 1) };
  return { kind: 'failed' };
}

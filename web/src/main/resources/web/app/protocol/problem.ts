import { withLocalTimes } from '../text/times';
import type { Failure } from './frames';

interface ProblemParts {
  readonly code: string;
  readonly detail: string;
  readonly field?: string | undefined;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
}

/** Why something was refused: the server's word, or `unreachable` where it said nothing. */
export class Problem extends Error {
  readonly code: string;
  readonly field: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(parts: ProblemParts) {
    super(parts.detail);
    this.code = parts.code;
    this.field = parts.field;
    this.retryAfter = parts.retryAfter;
  }

  static of(frame: Failure): Problem {
    return new Problem(frame);
  }

  static unreachable(): Problem {
    return new Problem({ code: 'unreachable', detail: 'The server can’t be reached. Check your connection.' });
  }

  static async from(response: Response): Promise<Problem> {
    const body = await bodyOf(response);
    const wait = body.retryAfter ?? (Number(response.headers.get('Retry-After')) || undefined);
    return new Problem({
      code:
        body.code ?? (response.status === 401 ? 'unauthenticated' : response.status >= 500 ? 'unavailable' : 'invalid'),
      detail: body.detail ?? body.title ?? `The server answered ${response.status}.`,
      field: body.field,
      retryAfter: wait,
    });
  }

  /** Whether the same request may succeed later, unchanged. */
  get passing(): boolean {
    return ['unreachable', 'unavailable', 'rate_limited', 'internal'].includes(this.code);
  }
}

/** Any failure as a problem that can be shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ code: 'internal', detail: 'Something went wrong here. Try again.' });
}

/** A sentence for the person, with the time to wait where there is one. */
export function sentence(problem: Problem): string {
  if (problem.code !== 'rate_limited' || problem.retryAfter === undefined) return withLocalTimes(problem.message);
  const seconds = problem.retryAfter;
  const wait = seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
  return `Too many tries. Wait ${wait} and try again.`;
}

interface ProblemBody {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly field?: string;
  readonly retryAfter?: number;
}

async function bodyOf(response: Response): Promise<ProblemBody> {
  try {
    return ((await response.json()) ?? {}) as ProblemBody;
  } catch {
    return {};
  }
}

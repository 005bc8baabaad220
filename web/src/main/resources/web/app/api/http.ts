import { Problem } from '../protocol/problem';
import { upload } from './upload';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Call {
  readonly method: Method;
  readonly path: string;
  readonly body?: unknown;
  readonly ticket?: string | undefined;
}

/** What to do when the server no longer knows this session; true if it may be asked again. */
export type Recover = () => Promise<boolean>;

const ANSWER_TIMEOUT_MS = 10_000;

/** One call of the REST API; fails with a `Problem`. */
export async function call<T>(request: Call): Promise<T> {
  const response = await answer(request);
  if (!response.ok) throw await Problem.from(response);
  const text = response.status === 204 ? '' : await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function answer({ method, path, body, ticket }: Call): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (ticket !== undefined) headers['Confab-Ticket'] = ticket;
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw Problem.unreachable();
  }
}

/** Calls that renew the session once, when it has run out, and try again. */
export class Http {
  readonly #mayAsk: () => boolean;
  readonly #recover: Recover;

  /** @param mayAsk whether a request would still be the one's whose page this is */
  constructor(mayAsk: () => boolean, recover: Recover) {
    this.#mayAsk = mayAsk;
    this.#recover = recover;
  }

  get<T>(path: string, ticket?: string): Promise<T> {
    return this.#call<T>({ method: 'GET', path, ticket });
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return this.#call<T>({ method: 'POST', path, body });
  }

  put(path: string, body: unknown): Promise<void> {
    return this.#call<void>({ method: 'PUT', path, body });
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.#call<T>({ method: 'PATCH', path, body });
  }

  delete(path: string): Promise<void> {
    return this.#call<void>({ method: 'DELETE', path });
  }

  /** Sends a file as the body. */
  upload<T>(path: string, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<T> {
    return this.#renewing(() => upload<T>(path, file, onProgress, signal));
  }

  #call<T>(request: Call): Promise<T> {
    return this.#renewing(() => call<T>(request));
  }

  async #renewing<T>(ask: () => Promise<T>): Promise<T> {
    if (!this.#mayAsk()) throw Problem.unreachable();
    try {
      return await ask();
    } catch (error) {
      const expired = error instanceof Problem && error.code === 'unauthenticated';
      if (expired && (await this.#recover()) && this.#mayAsk()) return ask();
      throw error;
    }
  }
}

/** The rows of all pages, one after the other; what is asked of a server that gives lists in pages. */
export async function allPages<P extends { readonly next?: string }, R>(
  ask: (cursor: string | undefined) => Promise<P>,
  rowsOf: (page: P) => readonly R[],
): Promise<readonly R[]> {
  const rows: R[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    rows.push(...rowsOf(page));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

/** A path with its query, leaving out what is undefined. */
export function withQuery(path: string, query: Record<string, string | number | boolean | undefined>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

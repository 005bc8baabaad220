import type { FoundPage } from '../protocol/answers';
import { type Http, withQuery } from './http';

/** Best: those that fit most; newest: those that were written last. */
export type SearchOrder = 'newest' | 'best';

export class SearchApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Messages of what this person may read. */
  find(q: string, order: SearchOrder, cursor?: string): Promise<FoundPage> {
    return this.#http.get(withQuery('/api/search', { q, order, cursor }));
  }
}

import type { PersonRow, Profile } from '../protocol/answers';
import { type Http, withQuery } from './http';

export class PeopleApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  profile(user: string): Promise<Profile> {
    return this.#http.get(`/api/users/${encodeURIComponent(user)}`);
  }

  /** Whoever is called like that: each word begins the username or a word of the display name. */
  async find(words: string): Promise<readonly PersonRow[]> {
    const { users } = await this.#http.get<{ users: readonly PersonRow[] }>(withQuery('/api/users', { q: words, limit: 10 }));
    return users;
  }

  changeProfile(change: { readonly displayName?: string; readonly bio?: string }): Promise<void> {
    return this.#http.patch('/api/users/me', change);
  }

  rememberRoom(room: string): Promise<void> {
    return this.#http.put('/api/users/me/last-room', { room });
  }
}

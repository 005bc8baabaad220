import type { Profile } from '../protocol/answers';
import type { Http } from './http';

export class PeopleApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  profile(user: string): Promise<Profile> {
    return this.#http.get(`/api/users/${encodeURIComponent(user)}`);
  }

  changeProfile(change: { readonly displayName?: string; readonly bio?: string }): Promise<void> {
    return this.#http.patch('/api/users/me', change);
  }

  rememberRoom(room: string): Promise<void> {
    return this.#http.put('/api/users/me/last-room', { room });
  }
}

import type { Device, Session, SignedIn } from '../protocol/answers';
import { call, type Http } from './http';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Accounts and sessions. The first four are asked without a session that could be renewed. */
export class AuthApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  register(credentials: Credentials): Promise<SignedIn> {
    return call({ method: 'POST', path: '/api/auth/register', body: credentials });
  }

  login(credentials: Credentials): Promise<SignedIn> {
    return call({ method: 'POST', path: '/api/auth/login', body: credentials });
  }

  refresh(): Promise<SignedIn> {
    return call({ method: 'POST', path: '/api/auth/refresh' });
  }

  logout(): Promise<void> {
    return call({ method: 'POST', path: '/api/auth/logout' });
  }

  session(): Promise<Session> {
    return this.#http.get('/api/auth/session');
  }

  devices(): Promise<{ readonly sessions: readonly Device[] }> {
    return this.#http.get('/api/auth/sessions');
  }

  endDevice(id: string): Promise<void> {
    return this.#http.delete(`/api/auth/sessions/${encodeURIComponent(id)}`);
  }

  changePassword(current: string, next: string): Promise<void> {
    return this.#http.put('/api/auth/password', { current, next });
  }
}

import type { AuthApi, Credentials } from '../api/auth';
import type { Session } from '../protocol/answers';
import { problemOf } from '../protocol/problem';
import { initialState } from '../state/state';
import type { Store } from '../state/store';
import type { Renewal } from './renewal';

/** Who learns that somebody is in or out. */
export interface Presence {
  entered(session: Session): void;
  left(): void;
}

const ASK_AGAIN_MS = 3_000;

/** The coming and going of the person at this browser. */
export class SignIn {
  readonly #auth: AuthApi;
  readonly #renewal: Renewal;
  readonly #store: Store;
  readonly #presence: Presence;
  #leaving = false;

  constructor(auth: AuthApi, renewal: Renewal, store: Store, presence: Presence) {
    this.#auth = auth;
    this.#renewal = renewal;
    this.#store = store;
    this.#presence = presence;
  }

  /** Carries on with the session of this browser, if it has one. */
  async resume(): Promise<void> {
    try {
      this.#enter(await this.#auth.session());
    } catch (error) {
      if (problemOf(error).passing) window.setTimeout(() => void this.resume(), ASK_AGAIN_MS);
      else this.#leave(undefined);
    }
  }

  async login(credentials: Credentials): Promise<void> {
    await this.#auth.login(credentials);
    this.#enter(await this.#auth.session());
  }

  async register(credentials: Credentials): Promise<void> {
    await this.#auth.register(credentials);
    this.#enter(await this.#auth.session());
  }

  /** Leaves here even if the server can't be told. */
  async signOut(): Promise<void> {
    this.#leaving = true;
    await this.#auth.logout().catch(() => undefined);
    this.ended();
    this.#leaving = false;
  }

  /** The session is over. */
  ended(): void {
    if (this.#store.state.account.kind !== 'in') return;
    this.#leave(this.#leaving ? undefined : 'Your session has ended. Sign in again to carry on.');
  }

  #enter(session: Session): void {
    this.#renewal.keep(session.expiresAt);
    this.#store.update(() => ({ ...initialState, account: { kind: 'in', user: session.username } }));
    this.#presence.entered(session);
  }

  #leave(why: string | undefined): void {
    this.#renewal.stop();
    this.#store.update(() => ({ ...initialState, account: { kind: 'out', why } }));
    this.#presence.left();
  }
}

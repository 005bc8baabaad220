import type { AuthApi, Credentials } from '../api/auth';
import type { Session } from '../protocol/answers';
import { forgetPerson } from '../device/storage';
import { Person } from '../device/person';
import { problemOf, sentence } from '../protocol/problem';
import { initialState } from '../state/state';
import type { Store } from '../state/store';
import type { Renewal } from './renewal';

/** Who learns that somebody is in or out. */
export interface Presence {
  entered(session: Session): void;
  left(): void;
}

const ASK_AGAIN_MS = 3_000;
const TELL_AGAIN_MS = 5_000;

/** The coming and going of the person at this browser. */
export class SignIn {
  readonly #auth: AuthApi;
  readonly #renewal: Renewal;
  readonly #store: Store;
  readonly #presence: Presence;
  readonly #person = new Person();
  #timer = 0;

  constructor(auth: AuthApi, renewal: Renewal, store: Store, presence: Presence) {
    this.#auth = auth;
    this.#renewal = renewal;
    this.#store = store;
    this.#presence = presence;
    this.#person.watch(() => this.#onOtherTab());
  }

  /** Whether this page is of the one who is signed in with this browser; one that is not goes, and acts no more. */
  get isCurrent(): boolean {
    const { account } = this.#store.state;
    if (account.kind !== 'in' || this.#person.isStill(account.user)) return true;
    this.#onOtherTab();
    return false;
  }

  /** Carries on with the session of this browser, if it has one. */
  async resume(): Promise<void> {
    window.clearTimeout(this.#timer);
    if (this.#person.hasLeft) {
      this.#leave(undefined);
      return this.#tellOfLeaving();
    }
    try {
      this.#enter(await this.#auth.session());
    } catch (error) {
      const problem = problemOf(error);
      if (problem.passing) this.#askAgain(sentence(problem));
      else this.#leave(undefined);
    }
  }

  async login(credentials: Credentials): Promise<void> {
    await this.#announced(credentials, () => this.#auth.login(credentials));
  }

  async register(credentials: Credentials): Promise<void> {
    await this.#announced(credentials, () => this.#auth.register(credentials));
  }

  /** Leaves here, at once, and tells the server when it can be told. */
  async signOut(): Promise<void> {
    const { account } = this.#store.state;
    if (account.kind !== 'in') return;
    this.#person.leaves();
    this.#leave(undefined);
    await this.#tellOfLeaving();
  }

  /** The session is over. */
  ended(): void {
    if (this.#store.state.account.kind !== 'in') return;
    this.#leave('Your session has ended. Sign in again to carry on.');
  }

  #askAgain(why: string): void {
    this.#store.update((state) => (state.account.kind === 'unknown' ? { ...state, account: { kind: 'unknown', why } } : state));
    this.#timer = window.setTimeout(() => void this.resume(), ASK_AGAIN_MS);
  }

  /** Pages of somebody else learn of it before the server's answer changes whose requests theirs are. */
  async #announced({ username }: Credentials, act: () => Promise<unknown>): Promise<void> {
    window.clearTimeout(this.#timer);
    const hadLeft = this.#person.hasLeft;
    // the session that was left here, and that the server still knows, ends before another takes its place
    if (hadLeft) await this.#auth.logout().catch(() => undefined);
    this.#person.is(username);
    try {
      await act();
    } catch (error) {
      if (hadLeft) this.#person.leaves();
      else this.#person.isGone();
      throw error;
    }
    this.#enter(await this.#auth.session());
  }

  async #tellOfLeaving(): Promise<void> {
    window.clearTimeout(this.#timer);
    if (!this.#person.hasLeft) return;
    try {
      await this.#auth.logout();
    } catch (error) {
      if (problemOf(error).passing) {
        this.#timer = window.setTimeout(() => void this.#tellOfLeaving(), TELL_AGAIN_MS);
        return;
      }
    }
    if (this.#person.hasLeft) this.#person.isGone();
  }

  /** Somebody has signed in or out in another tab: this one is of whoever that is now. */
  #onOtherTab(): void {
    const { account } = this.#store.state;
    if (account.kind !== 'in') return;
    if (this.#person.hasLeft) return this.#leave(undefined);
    if (this.#person.isStill(account.user)) return;
    this.#store.update(() => initialState);
    this.#presence.left();
    location.reload();
  }

  #enter(session: Session): void {
    this.#person.is(session.username);
    this.#renewal.keep(session.expiresAt);
    this.#store.update(() => ({ ...initialState, account: { kind: 'in', user: session.username } }));
    this.#presence.entered(session);
  }

  #leave(why: string | undefined): void {
    const { account } = this.#store.state;
    this.#renewal.stop();
    this.#store.update(() => ({ ...initialState, account: { kind: 'out', why } }));
    this.#presence.left();
    // nothing stays on this device of somebody who has signed out of it
    if (account.kind === 'in' && this.#person.hasLeft) forgetPerson(account.user);
  }
}

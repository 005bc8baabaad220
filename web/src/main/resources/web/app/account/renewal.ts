import { AuthApi } from '../api/auth';
import { kept } from '../device/storage';
import { problemOf } from '../protocol/problem';

export type Renewed = 'renewed' | 'ended' | 'unknown';

/** Renew this long before the access token ends. */
const MARGIN_MS = 60_000;
const AT_LEAST_MS = 5_000;
const LOCK = 'confab.renewal';

/** Keeps the access token fresh: one renewal at a time, also across the tabs of this browser. */
export class Renewal {
  readonly #auth: AuthApi;
  readonly #expiresAt = kept<string>('expiresAt');
  readonly #ended: () => void;
  #timer = 0;
  #running: Promise<Renewed> | undefined;

  constructor(auth: AuthApi, ended: () => void) {
    this.#auth = auth;
    this.#ended = ended;
  }

  /** The token is valid until then; keep it so. */
  keep(expiresAt: string): void {
    this.#expiresAt.set(expiresAt);
    this.#schedule(this.#remaining() - MARGIN_MS);
  }

  stop(): void {
    window.clearTimeout(this.#timer);
    this.#expiresAt.set(undefined);
  }

  /** Whether the token holds for a moment yet. */
  get fresh(): boolean {
    return this.#remaining() > AT_LEAST_MS;
  }

  renew(): Promise<Renewed> {
    const before = this.#expiresAt.get();
    this.#running ??= exclusively(() => this.#renew(before)).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** @param before when the token ended that is to be renewed; another tab may have done it meanwhile */
  async #renew(before: string | undefined): Promise<Renewed> {
    const now = this.#expiresAt.get();
    if (now !== undefined && now !== before && this.fresh) {
      this.keep(now);
      return 'renewed';
    }
    try {
      const { expiresAt } = await this.#auth.refresh();
      this.keep(expiresAt);
      return 'renewed';
    } catch (error) {
      if (problemOf(error).code !== 'unauthenticated') {
        this.#schedule(AT_LEAST_MS);
        return 'unknown';
      }
      this.stop();
      this.#ended();
      return 'ended';
    }
  }

  #remaining(): number {
    return Date.parse(this.#expiresAt.get() ?? '') - Date.now() || 0;
  }

  #schedule(delay: number): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#onTime(), Math.max(delay, AT_LEAST_MS));
  }

  #onTime(): void {
    const left = this.#remaining() - MARGIN_MS;
    if (left > AT_LEAST_MS) this.#schedule(left);
    else void this.renew();
  }
}

/** Web Locks are there in secure contexts only; elsewhere tabs may renew twice, which is harmless but wasteful. */
async function exclusively(act: () => Promise<Renewed>): Promise<Renewed> {
  return 'locks' in navigator ? await navigator.locks.request(LOCK, act) : act();
}

import { userKey } from '../protocol/names';
import { kept } from './storage';

/** Nobody: the last one has signed out, on this device. */
const NOBODY = '';

/** Who is signed in with this browser, as far as its tabs know; they share the cookies, so there is one at a time. */
export class Person {
  readonly #slot = kept<string>('person');

  /** A page of somebody else must not act any more, from now on: its requests would be this person's. */
  is(user: string): void {
    this.#slot.set(userKey(user));
  }

  isStill(user: string): boolean {
    const known = this.#slot.get();
    return known === undefined || known === userKey(user);
  }

  /** Has signed out here, whether or not the server knows it yet. */
  leaves(): void {
    this.#slot.set(NOBODY);
  }

  /** Whether whoever the server still takes for signed in has signed out here. */
  get hasLeft(): boolean {
    return this.#slot.get() === NOBODY;
  }

  /** The server knows, too. */
  isGone(): void {
    this.#slot.set(undefined);
  }

  watch(changed: () => void): () => void {
    return this.#slot.watch(changed);
  }
}

import { initialState, type State } from './state';

type Listener = (state: State) => void;

/** The one place where state is kept; it changes by pure steps and tells whoever watches. */
export class Store {
  #state: State = initialState;
  readonly #listeners = new Set<Listener>();

  get state(): State {
    return this.#state;
  }

  update(step: (state: State) => State): void {
    const next = step(this.#state);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener(next);
  }

  /** Returns how to stop. */
  watch(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

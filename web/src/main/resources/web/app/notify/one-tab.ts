/** Whether this tab, of all that have this page open, is the one that acts for them; another takes over when it closes. */
export class OneTab {
  readonly #stopped = new AbortController();
  #release: (() => void) | undefined;
  #isTheOne = false;

  /** @param name shared by the tabs */
  constructor(name: string) {
    void this.#take(name);
  }

  /** True, too, where browsers can't tell tabs apart: told twice is better than never. */
  get isTheOne(): boolean {
    return this.#isTheOne;
  }

  stop(): void {
    this.#isTheOne = false;
    this.#stopped.abort();
    this.#release?.();
  }

  async #take(name: string): Promise<void> {
    if (!('locks' in navigator)) {
      this.#isTheOne = true;
      return;
    }
    try {
      await navigator.locks.request(name, { signal: this.#stopped.signal }, () => this.#hold());
    } catch {
      // it was stopped before its turn came
    }
  }

  #hold(): Promise<void> {
    this.#isTheOne = true;
    return new Promise((release) => (this.#release = release));
  }
}

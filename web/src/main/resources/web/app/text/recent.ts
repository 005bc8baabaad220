/** What was worked out lately, so that working it out again costs nothing. Pure but for that. */
export class Recent<T> {
  readonly #most: number;
  readonly #known = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What is known under the name; else it is worked out, and what was used the longest ago is forgotten. */
  of(name: string, workOut: () => T): T {
    const found = this.#known.has(name) ? (this.#known.get(name) as T) : workOut();
    this.#known.delete(name);
    this.#known.set(name, found);
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.#most && oldest !== undefined) this.#known.delete(oldest);
    return found;
  }
}

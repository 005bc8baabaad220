import type { StreamKey } from '../protocol/names';
import type { Whereabouts } from '../state/state';

/** Where one is in each stream, or was when it was last on the page; of this page alone. */
export class Places {
  readonly #byStream = new Map<StreamKey, Whereabouts>();

  of(key: StreamKey): Whereabouts | undefined {
    return this.#byStream.get(key);
  }

  /** @param where absent at the end */
  keep(key: StreamKey, where: Whereabouts | undefined): void {
    if (where === undefined) this.#byStream.delete(key);
    else this.#byStream.set(key, where);
  }

  /** Positions are of another log from now on. */
  clear(): void {
    this.#byStream.clear();
  }
}

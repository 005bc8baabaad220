import type { StreamKey } from '../protocol/names';

/** What has been in sight for so long has been read. */
const GLANCE_MS = 1_000;

/** Messages in sight, not yet for long enough: up to `from` when they came into sight, up to `to` now. */
interface InSight {
  readonly key: StreamKey;
  readonly from: number;
  readonly to: number;
  readonly timer: number;
}

/** How long one looks at what is new. */
export class Glance {
  readonly #isNew: (key: StreamKey, position: number) => boolean;
  readonly #read: (key: StreamKey, position: number) => void;
  #inSight: InSight | undefined;

  /**
   * @param isNew whether there is anything to be read up to that position
   * @param read called when everything up to there was in sight for long enough
   */
  constructor(isNew: (key: StreamKey, position: number) => boolean, read: (key: StreamKey, position: number) => void) {
    this.#isNew = isNew;
    this.#read = read;
  }

  /** @param position of the last message in sight, -1 if there is none */
  at(key: StreamKey, position: number): void {
    const inSight = this.#inSight;
    if (inSight?.key === key && position >= 0) {
      this.#inSight = { ...inSight, to: position };
      return;
    }
    this.end();
    if (!this.#isNew(key, position)) return;
    const timer = window.setTimeout(() => this.#onLooked(), GLANCE_MS);
    this.#inSight = { key, from: position, to: position, timer };
  }

  end(): void {
    window.clearTimeout(this.#inSight?.timer);
    this.#inSight = undefined;
  }

  #onLooked(): void {
    const inSight = this.#inSight;
    this.#inSight = undefined;
    if (inSight === undefined) return;
    this.#read(inSight.key, Math.min(inSight.from, inSight.to));
    this.at(inSight.key, inSight.to);
  }
}

const QUIET_MS = 20_000;
const DEADLINE_MS = 8_000;

/** Notices a connection that has died without a word. */
export class Heartbeat {
  readonly #ping: () => void;
  readonly #dead: () => void;
  #timer = 0;
  #running = false;

  constructor(ping: () => void, dead: () => void) {
    this.#ping = ping;
    this.#dead = dead;
  }

  start(): void {
    this.#running = true;
    this.heard();
  }

  stop(): void {
    this.#running = false;
    window.clearTimeout(this.#timer);
  }

  /** Anything from the server shows that it is there. */
  heard(): void {
    if (!this.#running) return;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.checkNow(), QUIET_MS);
  }

  checkNow(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.#dead, DEADLINE_MS);
    this.#ping();
  }
}

const QUIET_MS = 20_000;
const DEADLINE_MS = 8_000;
/** When there is reason to doubt that anybody is there. */
const DOUBT_MS = 2_500;

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
    this.#timer = window.setTimeout(() => this.#check(DEADLINE_MS), QUIET_MS);
  }

  /** For when the browser says that the network has come, gone or changed. */
  doubt(): void {
    if (this.#running) this.#check(DOUBT_MS);
  }

  #check(deadline: number): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.#dead, deadline);
    this.#ping();
  }
}

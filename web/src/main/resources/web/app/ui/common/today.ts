import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nextMidnight } from '../../text/times';

/** The day that is called today; the component renders again when it is another, also after the device has slept. */
export class Today implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onVisibility = () => this.#look();
  #timer = 0;
  day = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    window.clearTimeout(this.#timer);
  }

  #look(): void {
    const now = new Date();
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#look(), nextMidnight(now).getTime() - now.getTime());
    if (this.day === now.toDateString()) return;
    this.day = now.toDateString();
    this.#host.requestUpdate();
  }
}

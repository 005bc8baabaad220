import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Drafts } from '../../device/drafts';
import type { StreamKey } from '../../protocol/names';
import { myself } from '../common/actions';

/** What is written and not sent, from the first rendering on. */
export class Draft implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #key: () => StreamKey;
  readonly #drafts = new Drafts(myself());
  #unwatch: (() => void) | undefined;
  #text = '';

  /** @param key under which name it is kept */
  constructor(host: ReactiveControllerHost, key: () => StreamKey) {
    this.#host = host;
    this.#key = key;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#unwatch !== undefined) return;
    const key = this.#key();
    this.#text = this.#drafts.of(key);
    this.#unwatch = this.#drafts.watch(key, (sent) => sent === this.#text && this.write(''));
  }

  hostDisconnected(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  get text(): string {
    return this.#text;
  }

  write(text: string): void {
    this.#text = text;
    this.#drafts.keep(this.#key(), text);
    this.#host.requestUpdate();
  }

  sent(): void {
    this.#drafts.sent(this.#key(), this.#text);
    this.#text = '';
    this.#host.requestUpdate();
  }
}

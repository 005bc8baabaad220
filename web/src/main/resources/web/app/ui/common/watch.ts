import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { app } from '../../app';
import type { State } from '../../state/state';

/** A part of the state that a component shows; the component renders again when it changes. */
export class Watch<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #select: (state: State) => T;
  #stop: (() => void) | undefined;
  value: T;

  constructor(host: ReactiveControllerHost, select: (state: State) => T) {
    this.#host = host;
    this.#select = select;
    this.value = select(app.store.state);
    host.addController(this);
  }

  hostConnected(): void {
    this.#onState(app.store.state);
    this.#stop = app.store.watch((state) => this.#onState(state));
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  #onState(state: State): void {
    const value = this.#select(state);
    if (Object.is(value, this.value)) return;
    this.value = value;
    this.#host.requestUpdate();
  }
}

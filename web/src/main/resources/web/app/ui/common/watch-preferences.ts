import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Preference } from '../../device/preference';

/** The component renders again when one of them is switched. */
export class WatchPreferences implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #preferences: readonly Preference[];
  #stops: readonly (() => void)[] = [];

  constructor(host: ReactiveControllerHost, ...preferences: readonly Preference[]) {
    this.#host = host;
    this.#preferences = preferences;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stops = this.#preferences.map((one) => one.watch(() => this.#host.requestUpdate()));
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
  }
}

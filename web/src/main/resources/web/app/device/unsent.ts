import type { StreamKey } from '../protocol/names';
import type { Unsent } from '../state/timeline';
import { keptInTab } from './storage';

type ByStream = Partial<Record<StreamKey, readonly Unsent[]>>;

/** What waits to be sent from this tab, so that a reload does not lose it. */
export class UnsentMessages {
  readonly #slot;

  constructor(user: string) {
    this.#slot = keptInTab<ByStream>(`unsent.${user}`);
  }

  of(key: StreamKey): readonly Unsent[] {
    return this.#slot.get()?.[key] ?? [];
  }

  streams(): readonly StreamKey[] {
    return Object.keys(this.#slot.get() ?? {}) as StreamKey[];
  }

  keep(key: StreamKey, messages: readonly Unsent[]): void {
    const { [key]: _, ...others } = this.#slot.get() ?? ({} as ByStream);
    this.#slot.set(messages.length === 0 ? others : { ...others, [key]: messages });
  }
}

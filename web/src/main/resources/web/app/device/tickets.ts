import type { StreamKey } from '../protocol/names';
import { keptInTab } from './storage';

interface Held {
  readonly room: string;
  readonly ticket: string;
}

type ByRoom = Partial<Record<StreamKey, Held>>;

/** The tickets of the joined rooms: with them a gateway lets this person in again without asking anybody. */
export class Tickets {
  readonly #slot;

  constructor(user: string) {
    this.#slot = keptInTab<ByRoom>(`tickets.${user}`);
  }

  of(key: StreamKey): string | undefined {
    return this.#slot.get()?.[key]?.ticket;
  }

  rooms(): readonly string[] {
    return Object.values(this.#slot.get() ?? {}).map((held) => held?.room ?? '');
  }

  keep(key: StreamKey, room: string, ticket: string): void {
    this.#slot.set({ ...this.#slot.get(), [key]: { room, ticket } });
  }

  drop(key: StreamKey): void {
    const { [key]: _, ...others } = this.#slot.get() ?? ({} as ByRoom);
    this.#slot.set(others);
  }

  dropAll(): void {
    this.#slot.set(undefined);
  }
}

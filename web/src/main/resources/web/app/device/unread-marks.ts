import type { StreamKey } from '../protocol/names';
import { kept } from './storage';

/** What a person has made new again in a stream, and how much of it there was. */
export interface UnreadMark {
  /** The log that the positions are of. */
  readonly epoch: string;
  readonly after: number;
  /** How far they had read. Whoever has read on since has read this, too. */
  readonly lastRead: number;
  readonly unread: number;
  readonly mentions: number;
}

type Marks = Partial<Record<StreamKey, UnreadMark>>;

/** Where what was read is new again, as this person wants it: on this device alone, for how far one has read never goes back. */
export class UnreadMarks {
  readonly #slot;

  constructor(user: string) {
    this.#slot = kept<Marks>(`unreadMarks.${user}`);
  }

  all(): readonly (readonly [StreamKey, UnreadMark])[] {
    return Object.entries(this.#slot.get() ?? {}) as [StreamKey, UnreadMark][];
  }

  keep(key: StreamKey, mark: UnreadMark | undefined): void {
    const { [key]: before, ...others } = this.#slot.get() ?? ({} as Marks);
    if (mark !== undefined) this.#slot.set({ ...others, [key]: mark });
    else if (before !== undefined) this.#slot.set(others);
  }

  /** Calls back when another tab has changed them. Returns how to stop. */
  watch(changed: () => void): () => void {
    return this.#slot.watch(changed);
  }
}

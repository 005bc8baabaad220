import { kept, type SharedSlot } from './storage';

/** Something that can be switched on, kept on this device; who shows it hears of changes, of those in other tabs, too. */
export class Preference {
  readonly #slot: SharedSlot<boolean>;
  readonly #watching = new Set<() => void>();
  #now: boolean | undefined;

  constructor(slot: SharedSlot<boolean>) {
    this.#slot = slot;
    this.#slot.watch((_, after) => this.#changed(after));
  }

  get isOn(): boolean {
    return (this.#now ??= this.#slot.get() ?? false);
  }

  toggle(): void {
    this.#slot.set(!this.isOn);
    this.#changed(!this.isOn);
  }

  /** Returns how to stop. */
  watch(changed: () => void): () => void {
    this.#watching.add(changed);
    return () => this.#watching.delete(changed);
  }

  #changed(now: boolean | undefined): void {
    this.#now = now;
    for (const changed of this.#watching) changed();
  }
}

/** Messages are shown as they were typed. */
export const plainTexts = new Preference(kept<boolean>('plainTexts'));

/** The row of buttons that format what one writes. */
export const formatRow = new Preference(kept<boolean>('formatRow'));

/** Somebody who looks at something else is told of what concerns them, where the browser lets the page. */
export const notifications = new Preference(kept<boolean>('notifications'));

/** Notifications may make a sound. */
export const notificationSound = new Preference(kept<boolean>('notificationSound'));

/** Whether to have notifications was asked, and is not asked again. */
export const notificationsOffered = new Preference(kept<boolean>('notificationsOffered'));

/** Lists at the side that are folded, but for what is new in them. */
export const roomsFolded = new Preference(kept<boolean>('roomsFolded'));
export const privateFolded = new Preference(kept<boolean>('privateFolded'));

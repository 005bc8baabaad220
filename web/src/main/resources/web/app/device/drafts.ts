import type { StreamKey } from '../protocol/names';
import { kept } from './storage';

type Texts = Partial<Record<StreamKey, string>>;

/** What was typed and not sent, per person and stream. */
export class Drafts {
  readonly #slot;

  constructor(user: string) {
    this.#slot = kept<Texts>(`drafts.${user}`);
  }

  of(key: StreamKey): string {
    return this.#slot.get()?.[key] ?? '';
  }

  keep(key: StreamKey, text: string): void {
    const { [key]: _, ...others } = this.#slot.get() ?? ({} as Texts);
    this.#slot.set(text.trim() === '' ? others : { ...others, [key]: text });
  }
}

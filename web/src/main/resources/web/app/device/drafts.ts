import type { StreamKey } from '../protocol/names';
import { kept, keptInTab } from './storage';

type Texts = Partial<Record<StreamKey, string>>;

/**
 * What was typed and not sent, per person and stream. Each tab has its own; what was typed last in any of them is where a
 * tab begins that has none yet.
 */
export class Drafts {
  readonly #inTab;
  readonly #onDevice;

  constructor(user: string) {
    this.#inTab = keptInTab<Texts>(`drafts.${user}`);
    this.#onDevice = kept<Texts>(`drafts.${user}`);
  }

  of(key: StreamKey): string {
    return this.#inTab.get()?.[key] ?? this.#onDevice.get()?.[key] ?? '';
  }

  /** Where something is written and not sent, as this tab has it. */
  all(): ReadonlySet<string> {
    const texts = { ...this.#onDevice.get(), ...this.#inTab.get() };
    return new Set(Object.entries(texts).flatMap(([key, text]) => (text?.trim() ? [key] : [])));
  }

  keep(key: StreamKey, text: string): void {
    this.#keepInTab(key, text);
    this.#keepOnDevice(key, text);
  }

  /** What was sent is a draft no more, but what another tab has made of it is. */
  sent(key: StreamKey, text: string): void {
    this.#keepInTab(key, '');
    if (this.#onDevice.get()?.[key]?.trim() === text.trim()) this.#keepOnDevice(key, '');
  }

  /** Calls back when another tab has sent this very text. Returns how to stop. */
  watch(key: StreamKey, onSent: (text: string) => void): () => void {
    return this.#onDevice.watch((before, after) => {
      const text = before?.[key];
      if (text !== undefined && after?.[key] === undefined) onSent(text);
    });
  }

  /** Empty in the tab is not the same as not there: somebody has emptied it. */
  #keepInTab(key: StreamKey, text: string): void {
    this.#inTab.set({ ...this.#inTab.get(), [key]: text });
  }

  #keepOnDevice(key: StreamKey, text: string): void {
    const { [key]: _, ...others } = this.#onDevice.get() ?? ({} as Texts);
    this.#onDevice.set(text.trim() === '' ? others : { ...others, [key]: text });
  }
}

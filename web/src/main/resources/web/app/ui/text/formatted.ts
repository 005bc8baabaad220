import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import { plainTexts } from '../../device/preference';
import { Readings } from '../../text/markdown/readings';
import { knownRooms } from './known';
import { asTyped, blocks } from './templates';

const readings = new Readings();
const NOBODY: readonly string[] = [];

interface Shown {
  readonly text: string;
  readonly mentions: readonly string[];
  readonly isForAll: boolean;
  readonly rooms: readonly string[];
  readonly isPlain: boolean;
}

/** A text as blocks of its own; changes when one chooses to see texts as they were typed. */
class Formatted extends AsyncDirective {
  #shown: Shown | undefined;
  #stop: (() => void) | undefined;

  /**
   * @param mentions whom the server took to be mentioned, whether or not this page knows them
   * @param isForAll whether it took everybody to be, by `@room`
   */
  override render(text: string, mentions: readonly string[] = NOBODY, isForAll = false): unknown {
    if (this.isConnected) this.#stop ??= plainTexts.watch(() => this.#again());
    const before = this.#shown;
    const shown = { text, mentions, isForAll, rooms: knownRooms(), isPlain: plainTexts.isOn };
    this.#shown = shown;
    return before !== undefined && isSame(before, shown) ? noChange : templateOf(shown);
  }

  protected override disconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override reconnected(): void {
    this.#again();
    this.#stop ??= plainTexts.watch(() => this.#again());
  }

  #again(): void {
    if (this.#shown === undefined) return;
    this.#shown = { ...this.#shown, isPlain: plainTexts.isOn };
    this.setValue(templateOf(this.#shown));
  }
}

function isSame(one: Shown, other: Shown): boolean {
  const names = ['text', 'mentions', 'isForAll', 'rooms', 'isPlain'] as const;
  return names.every((name) => one[name] === other[name]);
}

function templateOf({ text, mentions, isForAll, rooms, isPlain }: Shown): unknown {
  return isPlain ? asTyped(text) : blocks(readings.of(text, rooms), { people: mentions, isForAll });
}

export const formatted = directive(Formatted);

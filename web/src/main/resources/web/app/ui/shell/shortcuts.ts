import { isEditable } from '../common/focus';

interface Acts {
  switcher(): void;
  help(): void;
  step(by: 1 | -1): void;
  /** Dialogs and menus close by themselves. */
  escape(): void;
}

/** What the keyboard does wherever the focus is. */
export const SHORTCUTS: readonly (readonly [keys: string, act: string])[] = [
  ['Ctrl K or ⌘ K', 'Go to a room or person'],
  ['Alt ↑ / Alt ↓', 'Previous / next in the list'],
  ['Enter', 'Send the message'],
  ['Shift Enter', 'New line in the message'],
  ['Ctrl B / I / E', 'Bold, italic, code'],
  ['Ctrl Shift X', 'Strike through'],
  ['Ctrl K with a selection', 'Make a link of it'],
  ['@ / # / :', 'Complete a name, a room, an emoji'],
  ['Esc', 'Close what is open'],
  ['?', 'This list (outside of text fields)'],
];

export class Shortcuts {
  readonly #acts: Acts;
  readonly #onKey = (event: KeyboardEvent) => this.#act(event);

  constructor(acts: Acts) {
    this.#acts = acts;
  }

  listen(): void {
    window.addEventListener('keydown', this.#onKey);
  }

  stop(): void {
    window.removeEventListener('keydown', this.#onKey);
  }

  #act(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#acts.escape();
    const act = this.#actOf(event);
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  #actOf(event: KeyboardEvent): (() => void) | undefined {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return () => this.#acts.switcher();
    if (event.altKey && event.key === 'ArrowUp') return () => this.#acts.step(-1);
    if (event.altKey && event.key === 'ArrowDown') return () => this.#acts.step(1);
    if (event.key === '?' && !isEditable(event.composedPath()[0])) return () => this.#acts.help();
    return undefined;
  }
}

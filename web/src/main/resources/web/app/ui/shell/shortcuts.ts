import { isEditable } from '../common/focus';

interface Acts {
  switcher(): void;
  /** Where the page's own search is open, the browser's has the key. */
  maySearch(): boolean;
  search(): void;
  help(): void;
  step(by: 1 | -1): void;
  /** To the next place in which something is new. */
  stepUnread(by: 1 | -1): void;
  /** To the next part of the page. */
  stepRegion(by: 1 | -1): void;
  /** Nothing is there that takes the key for itself. */
  mayEscape(): boolean;
  escape(everything: boolean): void;
}

/** What the keyboard does wherever the focus is. */
export const SHORTCUTS: readonly (readonly [keys: string, act: string])[] = [
  ['Ctrl K or ⌘ K', 'Go to a room or person'],
  ['Ctrl F or ⌘ F', 'Search this room or conversation; once more: the browser’s own search'],
  ['Alt ↑ / Alt ↓', 'Previous / next in the list'],
  ['Alt Shift ↑ / Alt Shift ↓', 'Previous / next with something new'],
  ['F6 / Shift F6', 'Next / previous part of the page'],
  ['↑ / ↓ in the messages', 'Go through them; Enter opens what can be done with one, End leads to the newest'],
  ['Enter', 'Send the message'],
  ['Shift Enter', 'New line in the message'],
  ['Ctrl B / I / E', 'Bold, italic, code'],
  ['Ctrl Shift X', 'Strike through'],
  ['Ctrl K with a selection', 'Make a link of it'],
  ['@ / # / :', 'Complete a name, a room, an emoji'],
  ['Esc', 'Close what is open; else mark the room as read'],
  ['Shift Esc', 'Mark everything as read'],
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
    const act = this.#actOf(event);
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  #actOf(event: KeyboardEvent): (() => void) | undefined {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return () => this.#acts.switcher();
    if (isFind(event) && this.#acts.maySearch()) return () => this.#acts.search();
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const by = event.key === 'ArrowUp' ? -1 : 1;
      return () => (event.shiftKey ? this.#acts.stepUnread(by) : this.#acts.step(by));
    }
    if (event.key === 'F6') return () => this.#acts.stepRegion(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape' && isForThePage(event) && this.#acts.mayEscape()) return () => this.#acts.escape(event.shiftKey);
    if (event.key === '?' && !isEditable(event.composedPath()[0])) return () => this.#acts.help();
    return undefined;
  }
}

/** Menus and boxes that are open take it to be closed, and so do dialogs, though the focus may be nowhere. */
function isForThePage(event: KeyboardEvent): boolean {
  const isInLayer = event.composedPath().some((part) => part instanceof HTMLElement && part.matches('dialog, :popover-open'));
  return !event.defaultPrevented && !isInLayer;
}

function isFind(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'f';
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MessageRef } from '../../protocol/content';
import { focused } from '../common/focus';
import { firstInSight, lastInSight } from '../timeline/scroll';
import type { MessageBar } from './message-bar';

const LONG_PRESS_MS = 450;
const STILL_PX = 10;
const CLICK_FOLLOWS_MS = 60;

/** Where messages are, and the bar for one of them. */
export interface Messages {
  readonly bar: MessageBar | null;
  /** Gives the bar the message, or none; false if there is nothing to be done with it. */
  point(ref: MessageRef | undefined): boolean;
  /** Where the focus goes from the messages. */
  leave(): void;
  /** Shows the newest of them, where that may be far away. */
  toEnd?(): void;
}

/**
 * Which message a person points at: with a mouse, with the focus, or with a finger that stays. The arrows go through the
 * messages, Enter opens what can be done with one.
 */
export class Pointing implements ReactiveController {
  readonly #messages: () => Messages;
  #article: HTMLElement | undefined;
  #box: HTMLElement | undefined;
  #press = 0;
  /** Under a finger that stays. */
  #held: HTMLElement | undefined;
  #pressedAt = { x: 0, y: 0 };

  constructor(host: ReactiveControllerHost, messages: () => Messages) {
    this.#messages = messages;
    host.addController(this);
  }

  /** Listens to the box of the messages; for the directive `ref`. */
  readonly attach = (box: Element | undefined): void => {
    this.#detach();
    this.#box = box as HTMLElement | undefined;
    for (const [type, listener] of this.#listeners) box?.addEventListener(type, listener);
  };

  #detach(): void {
    for (const [type, listener] of this.#listeners) this.#box?.removeEventListener(type, listener);
  }

  hostDisconnected(): void {
    window.clearTimeout(this.#press);
  }

  /** The bar stays with its message when things move. */
  hostUpdated(): void {
    if (this.#article !== undefined) this.#pointAt(this.#article.isConnected ? this.#article : undefined);
  }

  readonly #onPointerOver = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse' || this.#messages().bar?.isOpen) return;
    const article = articleOf(event);
    if (article !== undefined && article !== this.#article) this.#pointAt(article);
  };

  readonly #onPointerLeave = (event: PointerEvent): void => {
    const { bar } = this.#messages();
    if (event.pointerType === 'mouse' && !bar?.isOpen && !bar?.matches(':focus-within')) this.#pointAt(undefined);
  };

  readonly #onFocusIn = (event: FocusEvent): void => {
    const article = articleOf(event);
    if (article !== undefined && focused()?.matches(':focus-visible')) this.#pointAt(article);
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    this.#onPointerCancel();
    const article = articleOf(event);
    if (event.pointerType === 'mouse' || article === undefined) return;
    this.#pressedAt = { x: event.clientX, y: event.clientY };
    this.#press = window.setTimeout(() => (this.#held = article), LONG_PRESS_MS);
  };

  readonly #onPointerMove = ({ clientX, clientY }: PointerEvent): void => {
    const { x, y } = this.#pressedAt;
    if (Math.hypot(clientX - x, clientY - y) > STILL_PX) this.#onPointerCancel();
  };

  /** Only now: what opens under a finger is closed when it is lifted. */
  readonly #onPointerUp = (): void => {
    const held = this.#held;
    this.#onPointerCancel();
    if (held === undefined) return;
    window.addEventListener('click', swallow, { capture: true });
    window.setTimeout(() => {
      window.removeEventListener('click', swallow, { capture: true });
      this.#open(held);
    }, CLICK_FOLLOWS_MS);
  };

  readonly #onPointerCancel = (): void => {
    window.clearTimeout(this.#press);
    this.#held = undefined;
  };

  /** The browser's own menu would be in the way of that of a long press. */
  readonly #onContextMenu = (event: MouseEvent): void => {
    if (this.#held !== undefined || (event as PointerEvent).pointerType === 'touch') event.preventDefault();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const here = event.composedPath()[0];
    const box = this.#box;
    const article = here instanceof HTMLElement && here.matches('article') ? here : undefined;
    if (box === undefined || (here !== box && article === undefined) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') this.#step(box, article, event.key === 'ArrowUp' ? -1 : 1);
    else if (event.key === 'End' && this.#messages().toEnd !== undefined) this.#messages().toEnd?.();
    else if (event.key === 'Enter' && article !== undefined) this.#open(article);
    else if (event.key === 'Escape') this.#messages().leave();
    else return;
    event.preventDefault();
  };

  /** What is listened to in the box. */
  readonly #listeners = Object.entries({
    pointerover: this.#onPointerOver,
    pointerleave: this.#onPointerLeave,
    pointerdown: this.#onPointerDown,
    pointermove: this.#onPointerMove,
    pointerup: this.#onPointerUp,
    pointercancel: this.#onPointerCancel,
    contextmenu: this.#onContextMenu,
    focusin: this.#onFocusIn,
    keydown: this.#onKey,
  }) as readonly (readonly [string, (event: Event) => void])[];

  /** From the log itself to what is in sight, then one by one. */
  #step(box: HTMLElement, from: HTMLElement | undefined, by: 1 | -1): void {
    const all = [...box.querySelectorAll<HTMLElement>('article')];
    const next = from === undefined ? (edgeOf(box, by) ?? all.at(-1)) : all[all.indexOf(from) + by];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  #open(article: HTMLElement): void {
    if (this.#pointAt(article)) this.#messages().bar?.openMenu(article);
  }

  #pointAt(article: HTMLElement | undefined): boolean {
    const { bar, point } = this.#messages();
    const ref = article && { author: article.dataset['from'] ?? '', id: article.dataset['id'] ?? '' };
    const isPossible = point(ref);
    this.#article = isPossible ? article : undefined;
    if (isPossible && article !== undefined && bar !== null) bar.style.top = `${Math.max(0, article.offsetTop - 16)}px`;
    return isPossible;
  }
}

/** A long press is no click on what happens to be under it. */
function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

/** Where one begins: at the end of what is in sight when one goes up, at its start when one goes down. */
function edgeOf(box: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  return by < 0 ? lastInSight(box) : firstInSight(box);
}

function articleOf(event: Event): HTMLElement | undefined {
  return event
    .composedPath()
    .find((target): target is HTMLElement => target instanceof HTMLElement && target.matches('article'));
}

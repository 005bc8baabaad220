import type { MessageRef } from '../../protocol/content';
import { sameUser } from '../../protocol/names';
import type { Whereabouts } from '../../state/state';

const AT_END_PX = 48;
/** Under the bar that says how much is new, and with the day in between. */
const START_PX = 84;
/** Less than this is no move, and must not stop one that is going on. */
const SAME_PX = 0.5;

/** Where a reader is in a long text, by what they see and not by a number of pixels. */
export type Mark = { readonly kind: 'end' } | ({ readonly kind: 'at' } & Whereabouts);

export const END: Mark = { kind: 'end' };

export function isAtEnd(box: HTMLElement): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight < AT_END_PX;
}

/** @param follows whether somebody at the end stays at the end when more comes */
export function markOf(box: HTMLElement, follows: boolean): Mark {
  if (follows && isAtEnd(box)) return END;
  const first = firstInSight(box);
  if (first === undefined) return END;
  const top = first.getBoundingClientRect().top - box.getBoundingClientRect().top;
  return { kind: 'at', position: positionOf(first), top };
}

/** Where the message stands, if it is there. */
export function articleAt(box: HTMLElement, { author, id }: MessageRef): HTMLElement | undefined {
  const all = box.querySelectorAll<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  return [...all].find((element) => sameUser(element.dataset['from'] ?? '', author));
}

/** The first message of which anything is in sight. */
export function firstInSight(box: HTMLElement): HTMLElement | undefined {
  const edge = box.getBoundingClientRect().top;
  const messages = articlesIn(box);
  return messages[firstOf(messages, (message) => message.getBoundingClientRect().bottom > edge)];
}

/** The last message that can be read to its end. */
export function lastInSight(box: HTMLElement): HTMLElement | undefined {
  const edge = box.getBoundingClientRect().bottom + 1;
  const messages = articlesIn(box);
  return messages[firstOf(messages, (message) => message.getBoundingClientRect().bottom > edge) - 1];
}

export function positionOf(message: HTMLElement): number {
  return Number(message.dataset['position']);
}

/** Puts back what was seen to where it was seen; the next message, if that one is gone. */
export function returnTo(box: HTMLElement, mark: Mark): void {
  if (mark.kind === 'end') return toEnd(box);
  const messages = articlesIn(box);
  const message = messages[firstOf(messages, (known) => positionOf(known) >= mark.position)];
  if (message === undefined) return;
  const moved = message.getBoundingClientRect().top - box.getBoundingClientRect().top - mark.top;
  if (Math.abs(moved) > SAME_PX) box.scrollTop += moved;
}

export function toEnd(box: HTMLElement): void {
  box.scrollTop = box.scrollHeight;
}

/** Shows the element near the upper edge, unless everything from it on fits in. */
export function toStartOf(box: HTMLElement, element: Element): void {
  toEnd(box);
  const above = element.getBoundingClientRect().top - box.getBoundingClientRect().top - START_PX;
  if (above < 0) box.scrollTop += above;
}

export function isInSight(box: HTMLElement, element: Element): boolean {
  const [edge, at] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  return at.bottom > edge.top && at.top < edge.bottom;
}

/** Messages that have a place in the stream, from top to bottom. */
function articlesIn(box: HTMLElement): NodeListOf<HTMLElement> {
  return box.querySelectorAll<HTMLElement>('[data-position]');
}

/** Index of the first of which it is true, as it is of all that follow; their number if there is none. */
function firstOf<T>(all: ArrayLike<T>, isTrue: (one: T) => boolean): number {
  let [from, to] = [0, all.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const one = all[middle];
    if (one !== undefined && isTrue(one)) to = middle;
    else from = middle + 1;
  }
  return from;
}

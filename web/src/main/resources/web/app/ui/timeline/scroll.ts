import type { MessageRef } from '../../protocol/content';
import { sameUser } from '../../protocol/names';

const AT_END_PX = 48;

/** Where a reader is in a long text, by what they see and not by a number of pixels. */
export type Mark = { readonly kind: 'end' } | { readonly kind: 'at'; readonly id: string; readonly top: number };

export function isAtEnd(box: HTMLElement): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight < AT_END_PX;
}

/** @param follows whether somebody at the end stays at the end when more comes */
export function markOf(box: HTMLElement, follows: boolean): Mark {
  if (follows && isAtEnd(box)) return { kind: 'end' };
  const edge = box.getBoundingClientRect().top;
  for (const element of box.querySelectorAll<HTMLElement>('[data-id]')) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > edge) return { kind: 'at', id: element.dataset['id'] ?? '', top };
  }
  return { kind: 'end' };
}

/** Where the message stands, if it is there. */
export function articleAt(box: HTMLElement, { author, id }: MessageRef): HTMLElement | undefined {
  const all = box.querySelectorAll<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  return [...all].find((element) => sameUser(element.dataset['from'] ?? '', author));
}

/** Position of the last message that can be read to its end. */
export function lastInSight(box: HTMLElement): number | undefined {
  const messages = box.querySelectorAll<HTMLElement>('[data-position]');
  const edge = box.getBoundingClientRect().bottom + 1;
  let [from, to] = [0, messages.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const { bottom = Infinity } = messages[middle]?.getBoundingClientRect() ?? {};
    if (bottom <= edge) from = middle + 1;
    else to = middle;
  }
  const position = messages[from - 1]?.dataset['position'];
  return position === undefined ? undefined : Number(position);
}

/** Puts back what was seen to where it was seen. */
export function returnTo(box: HTMLElement, mark: Mark): void {
  if (mark.kind === 'end') return toEnd(box);
  const element = box.querySelector(`[data-id="${CSS.escape(mark.id)}"]`);
  if (element !== null) box.scrollTop += element.getBoundingClientRect().top - mark.top;
}

export function toEnd(box: HTMLElement): void {
  box.scrollTop = box.scrollHeight;
}

/** Shows the element near the upper edge, unless everything from it on fits in. */
export function toStartOf(box: HTMLElement, element: Element): void {
  toEnd(box);
  const above = element.getBoundingClientRect().top - box.getBoundingClientRect().top - AT_END_PX;
  if (above < 0) box.scrollTop += above;
}

const AT_END_PX = 48;

/** Where a reader is in a long text, by what they see and not by a number of pixels. */
export type Mark = { readonly kind: 'end' } | { readonly kind: 'at'; readonly id: string; readonly top: number };

export function isAtEnd(box: HTMLElement): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight < AT_END_PX;
}

export function markOf(box: HTMLElement): Mark {
  if (isAtEnd(box)) return { kind: 'end' };
  const edge = box.getBoundingClientRect().top;
  for (const element of box.querySelectorAll<HTMLElement>('[data-id]')) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > edge) return { kind: 'at', id: element.dataset['id'] ?? '', top };
  }
  return { kind: 'end' };
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

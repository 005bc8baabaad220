/** The element that really has the focus, through all shadow roots. */
export function focused(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
}

/** Nothing has the focus, or something that can't be seen: it was closed, or is gone. */
export function hasLostFocus(): boolean {
  const element = focused();
  return element === undefined || element === document.body || !element.checkVisibility();
}

/** Whether somebody is writing text there. */
export function isEditable(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

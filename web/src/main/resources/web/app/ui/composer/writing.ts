/** The field where one writes: what is changed in it is changed as if it had been typed, so that it can be undone. */
import type { Edit, Selected } from '../../text/marks';

export function selectedIn(area: HTMLTextAreaElement): Selected {
  return { text: area.value, start: area.selectionStart, end: area.selectionEnd };
}

export function write(area: HTMLTextAreaElement, { from, to, text, start, end }: Edit): void {
  area.focus();
  area.setSelectionRange(from, to);
  const command = text === '' ? 'delete' : 'insertText';
  if ((from !== to || text !== '') && !document.execCommand(command, false, text)) {
    area.setRangeText(text, from, to, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(start, end);
}

/** Instead of that part; one writes on behind it. */
export function replace(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
  write(area, { from, to, text, start: from + text.length, end: from + text.length });
}

const HIGHEST_PX = 240;

/** Makes the field as high as its text, within bounds. */
export function grow(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  area.style.height = `${Math.min(area.scrollHeight, HIGHEST_PX)}px`;
}

/** What keys ask for in the field where one writes. */
import { isTouch } from '../common/pointer';

/** Under fingers Enter is a new line, for there is no other way to one. */
export function isForSending(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey || (!event.shiftKey && !isTouch()));
}

export function isForEditing(event: KeyboardEvent): boolean {
  return event.key === 'ArrowUp' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
}

/** How many characters are left, once that matters. */
import { html, type TemplateResult } from 'lit';
import { isVisible, lengthOf, MAX_TEXT } from '../../protocol/names';

/** From here on the characters left are counted. */
const COUNTED_FROM = MAX_TEXT - 400;

export function isTooLong(text: string): boolean {
  return lengthOf(text.trim()) > MAX_TEXT;
}

export function isSendable(text: string): boolean {
  return isVisible(text.trim()) && !isTooLong(text);
}

/** @param refused somebody tried to send what is too long */
export function count(text: string, refused: boolean): TemplateResult {
  const left = MAX_TEXT - lengthOf(text.trim());
  const said = left <= MAX_TEXT - COUNTED_FROM ? words(left, refused) : '';
  return html`<span
    id="count"
    class="count ${left < 0 ? 'over' : ''}"
    role=${refused ? 'alert' : 'status'}
    data-testid="count"
    >${said}</span
  >`;
}

function words(left: number, refused: boolean): string {
  if (left >= 0) return `${left} left`;
  return refused ? `Not sent: ${-left} characters too many` : `${-left} too many`;
}

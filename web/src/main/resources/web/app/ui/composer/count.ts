/** How many characters are left, once that matters. */
import { html, type TemplateResult } from 'lit';
import { isVisible, lengthOf, MAX_TEXT, trimmedText } from '../../protocol/names';

/** From here on the characters left are counted. */
const COUNTED_FROM = MAX_TEXT - 400;

export function isTooLong(text: string): boolean {
  return lengthOf(trimmedText(text)) > MAX_TEXT;
}

export function isSendable(text: string): boolean {
  return isVisible(trimmedText(text)) && !isTooLong(text);
}

/** @param refused somebody tried to send what is too long */
export function count(text: string, refused: boolean): TemplateResult {
  const left = MAX_TEXT - lengthOf(trimmedText(text));
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
  return refused ? `Not sent: ${tooMany(-left)}` : `${-left} too many`;
}

/** What to do about a text of so many characters more than it may have. */
export function tooMany(characters: number): string {
  return characters === 1 ? '1 character too many' : `${characters} characters too many`;
}

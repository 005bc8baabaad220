/** What stands at the end of a row at the side. */
import { html, nothing } from 'lit';
import { icon } from '../common/icons';

const MOST_SHOWN = 99;

/** What names this person, apart from what is merely new. */
export function mentionsMark(count: number) {
  if (count === 0) return nothing;
  return html`<span class="mentions" data-testid="mentions"
    ><span aria-hidden="true">@${short(count)}</span
    ><span class="for-the-ear">, ${count === 1 ? '1 mention' : `${count} mentions`}</span></span
  >`;
}

/** How much is new, and meant for this person. */
export function unreadMark(count: number) {
  if (count === 0) return nothing;
  return html`<span class="unread" data-testid="unread">${short(count)}<span class="for-the-ear"> unread</span></span>`;
}

/** Something is new, for whoever wants to know; how much is said to those who ask. */
export function newsDot(count: number, isMore = false) {
  if (count === 0) return nothing;
  const words = `${count}${isMore ? '+' : ''} unread`;
  return html`<span class="dot" data-testid="unread" title=${words}><span class="for-the-ear">, ${words}</span></span>`;
}

export const draftMark = html`<span class="draft" data-testid="draft-mark" title="Something is written here and not sent"
  >${icon('edit', 14)}<span class="for-the-ear">, with a draft</span></span
>`;

function short(count: number): string {
  return count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
}

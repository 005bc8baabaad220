import { html, nothing, type TemplateResult } from 'lit';
import { clock, fullTime } from '../../text/times';
import { piecesOf } from '../../text/links';
import { isolated } from '../../text/names';
import { avatar } from '../common/avatar';
import { icon } from '../common/icons';
import type { MessageRow } from './rows';

export interface MessageActs {
  author(user: string): void;
  retry(id: string): void;
  discard(id: string): void;
}

/** One message; its text is shown as it is, links aside. */
export function message(row: MessageRow, acts: MessageActs): TemplateResult {
  const size = isEmojiOnly(row.text) ? 'large' : '';
  return html`<article
    class="message ${row.first ? 'first' : ''} ${row.state}"
    data-testid="message"
    data-id=${row.id}
    data-position=${row.position ?? nothing}
    data-from=${row.from}
    data-state=${row.state}
    aria-label="${isolated(row.from)}, ${clock(row.at)}"
  >
    <div class="gutter">${row.first ? avatar(row.from) : time(row.at)}</div>
    <div class="body">
      ${
        row.first
          ? html`<header>
              <button class="author" type="button" @click=${() => acts.author(row.from)}><bdi>${row.from}</bdi></button
              >${time(row.at)}
            </header>`
          : nothing
      }
      <p class="text ${size}" data-testid="message-text" dir="auto">${text(row.text)}</p>
      ${row.state === 'held' || row.state === 'failed' ? notSent(row, acts) : nothing}
    </div>
    ${row.state === 'pending' ? pendingSign : nothing}
  </article>`;
}

const pendingSign = html`<span class="pending-sign" title="Sending…"><span class="for-the-ear">Sending</span></span>`;

function text(value: string) {
  return piecesOf(value).map((piece) =>
    piece.kind === 'text'
      ? piece.text
      : html`<a href=${piece.href} target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>`,
  );
}

function time(at: Date): TemplateResult {
  return html`<time datetime=${at.toISOString()} title=${fullTime(at)}>${clock(at)}</time>`;
}

function notSent({ id, state, why }: MessageRow, acts: MessageActs): TemplateResult {
  const held = state === 'held';
  return html`<p class="failed-note" role="status">
    ${icon('warning', 16)}<span>${held ? 'Not sent yet. It will be as soon as that is possible again.' : `Not sent. ${why ?? ''}`}</span>
    <button class="link" type="button" data-testid="retry" @click=${() => acts.retry(id)}>
      ${held ? 'Try now' : 'Retry'}
    </button>
    <button class="link" type="button" data-testid="discard" @click=${() => acts.discard(id)}>Discard</button>
  </p>`;
}

const EMOJI_ONLY = /^(?:\p{RGI_Emoji}\s*){1,5}$/v;

function isEmojiOnly(value: string): boolean {
  return value.length <= 60 && EMOJI_ONLY.test(value);
}

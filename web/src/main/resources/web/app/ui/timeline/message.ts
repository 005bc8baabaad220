import { html, nothing, type TemplateResult } from 'lit';
import { clock, fullTime } from '../../text/times';
import { isolated } from '../../text/names';
import type { MessageRef } from '../../protocol/content';
import type { Message } from '../../state/message';
import { avatar } from '../common/avatar';
import { icon } from '../common/icons';
import { attachments } from '../message/attachments';
import '../message/edit-box';
import { answers, fromThread, marks, quote, reactions, tick, tombstone } from '../message/parts';
import { formatted } from '../text/formatted';
import type { MessageRow } from './rows';

export interface MessageActs {
  author(user: string): void;
  react(message: Message, emoji: string, on: boolean): void;
  thread(message: Message): void;
  /** Goes to the message. */
  find(message: MessageRef): void;
  retry(id: string): void;
  discard(id: string): void;
}

/** One message. */
export function message(row: MessageRow, acts: MessageActs, inThread = false): TemplateResult {
  return html`<article
    class="message ${row.first ? 'first' : ''} ${row.state} ${row.mentioned ? 'mentioned' : ''}"
    tabindex="-1"
    data-testid="message"
    data-id=${row.id}
    data-position=${row.position ?? nothing}
    data-from=${row.from}
    data-state=${row.state}
    aria-label="${isolated(row.from)}, ${clock(row.at)}"
    aria-keyshortcuts=${row.state === 'sent' ? 'Enter' : nothing}
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
      ${quote(row.quote, acts)} ${inThread ? nothing : fromThread(row, acts)} ${said(row)}
      ${attachments(row.attachments)} ${marks(row)}
      ${reactions(row, acts)} ${inThread ? nothing : answers(row, acts)}
      ${row.state === 'held' || row.state === 'failed' ? notSent(row, acts) : nothing}
    </div>
    ${row.state === 'pending' ? pendingSign : tick(row)}
  </article>`;
}

/** What it says, a box to change that in, or that it is gone. */
function said({ message, text: value, editing }: MessageRow): TemplateResult | typeof nothing {
  if (message?.deleted !== undefined) return tombstone(message);
  if (message !== undefined && editing) return html`<confab-edit-box .message=${message}></confab-edit-box>`;
  if (value === '') return nothing;
  const size = isEmojiOnly(value) ? 'large' : '';
  return html`<div class="text ${size}" data-testid="message-text">${formatted(value, message?.mentions)}</div>`;
}

const pendingSign = html`<span class="pending-sign" title="Sending…"><span class="for-the-ear">Sending</span></span>`;

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

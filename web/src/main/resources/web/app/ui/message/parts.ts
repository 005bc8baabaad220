/** What stands around the text of a message. */
import { html, nothing, type TemplateResult } from 'lit';
import { sameUser } from '../../protocol/names';
import type { Message, Reaction, Replies } from '../../state/message';
import { isolated } from '../../text/names';
import { clock, fullTime, sameDay } from '../../text/times';
import { myself } from '../common/actions';
import { icon } from '../common/icons';
import type { MessageRow, QuoteRow, Tick } from '../timeline/rows';
import type { MessageActs } from '../timeline/message';

type Part = TemplateResult | typeof nothing;

/** The message that is answered; a click goes there. */
export function quote(row: QuoteRow | undefined, acts: MessageActs): Part {
  if (row === undefined) return nothing;
  const { ref, excerpt, deleted } = row;
  const text = deleted ? 'This message was deleted.' : (excerpt || 'Show the message');
  return html`<button
    class="quote ${deleted ? 'gone' : ''}"
    type="button"
    data-testid="quote"
    aria-label="In answer to ${isolated(ref.author)}: ${isolated(text)}"
    @click=${() => acts.find(ref)}
  >
    ${icon('reply', 14)}<b><bdi>${ref.author}</bdi></b><span dir="auto">${text}</span>
  </button>`;
}

/** In place of a text that is gone. */
export function tombstone({ from, deleted }: Message): Part {
  if (deleted === undefined) return nothing;
  const { by, reason } = deleted;
  const text = sameUser(by, from)
    ? `${nameOf(from)} deleted this message.`
    : `A moderator, ${isolated(by)}, deleted this message.${reason ? ` Reason: ${isolated(reason)}` : ''}`;
  return html`<p class="tombstone" data-testid="tombstone">${text}</p>`;
}

export function marks({ message }: MessageRow): Part {
  if (message === undefined || message.deleted) return nothing;
  const { pinned, editedAt } = message;
  if (!pinned && editedAt === undefined) return nothing;
  const edited = editedAt === undefined ? '' : fullTime(new Date(editedAt));
  return html`<p class="marks">
    ${pinned ? html`<span data-testid="pinned">${icon('pin', 13)}Pinned</span>` : nothing}
    ${edited === '' ? nothing : html`<span data-testid="edited" title="Edited ${edited}">edited</span>`}
  </p>`;
}

export function reactions({ message }: MessageRow, acts: MessageActs): Part {
  const all = message?.reactions ?? [];
  if (message === undefined || all.length === 0) return nothing;
  return html`<div class="reactions" role="group" aria-label="Reactions">
    ${all.map((reaction) => chip(reaction, () => acts.react(message, reaction.emoji, !reaction.mine)))}
  </div>`;
}

function chip(reaction: Reaction, toggle: () => void): TemplateResult {
  const { emoji, count, mine } = reaction;
  const who = `${whoOf(reaction)} reacted with ${emoji}`;
  return html`<button
    class="chip"
    type="button"
    data-testid="reaction"
    data-emoji=${emoji}
    aria-pressed=${mine}
    aria-label=${who}
    title=${who}
    @click=${toggle}
  >
    <span class="emoji">${emoji}</span><span>${count}</span>
  </button>`;
}

/** “You, Ann and 3 others” */
function whoOf({ count, mine, people }: Reaction): string {
  const others = people.filter((name) => !sameUser(name, myself())).map(isolated);
  const names = mine ? ['You', ...others] : others;
  const unnamed = count - names.length;
  if (unnamed > 0) names.push(unnamed === 1 ? '1 other' : `${unnamed} others`);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The way into the thread that begins with this message. */
export function answers({ message }: MessageRow, acts: MessageActs): Part {
  if (message?.replies === undefined || message.replies.count === 0) return nothing;
  return html`<button
    class="answers"
    type="button"
    data-testid="replies"
    title=${message.replies.people.map(isolated).join(', ')}
    @click=${() => acts.thread(message)}
  >
    ${icon('thread', 15)}<b>${countOf(message.replies)}</b><span>last ${timeOf(message.replies)}</span>
  </button>`;
}

function countOf({ count }: Replies): string {
  return count === 1 ? '1 reply' : `${count} replies`;
}

function timeOf({ last }: Replies): string {
  const at = new Date(last);
  return sameDay(at, new Date()) ? clock(at) : fullTime(at);
}

/** A message of a thread, where it is shown outside of it. */
export function fromThread({ message }: MessageRow, acts: MessageActs): Part {
  if (message?.thread === undefined || message.deleted) return nothing;
  return html`<button class="quote" type="button" data-testid="from-thread" @click=${() => acts.thread(message)}>
    ${icon('thread', 14)}<span>From a thread</span>
  </button>`;
}

const TICKS: Record<Tick, readonly [sign: string, words: string]> = {
  kept: ['✓', 'Kept: it will not be lost. Not yet in the history.'],
  stored: ['✓✓', 'In the history'],
  seen: ['✓✓', 'Seen'],
};

export function tick({ tick: how }: MessageRow): Part {
  if (how === undefined) return nothing;
  const [sign, words] = TICKS[how];
  return html`<span class="tick ${how}" role="img" data-testid="tick" data-tick=${how} aria-label=${words} title=${words}
    >${sign}</span
  >`;
}

function nameOf(user: string): string {
  return sameUser(user, myself()) ? 'You' : isolated(user);
}

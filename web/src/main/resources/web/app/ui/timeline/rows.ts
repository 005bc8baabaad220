/** A timeline as rows to show: days, the line before what is new, messages grouped by author. Pure. */
import type { Attachment, MessageRef } from '../../protocol/content';
import { sameUser } from '../../protocol/names';
import { excerptOf, gist, isAt, isSame, type Message, mentions } from '../../state/message';
import { reachesBackTo, type Timeline, type Unsent } from '../../state/timeline';
import { sameDay } from '../../text/times';

const TOGETHER_MS = 5 * 60_000;

/** How far one's own message has come: the log has it, history has it, somebody else has read it. */
export type Tick = 'kept' | 'stored' | 'seen';

/** What a message answers, as it is now. */
export interface QuoteRow {
  readonly ref: MessageRef;
  /** Absent where it is not known, or deleted. */
  readonly excerpt: string | undefined;
  readonly deleted: boolean;
}

export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly id: string;
  /** Absent as long as it is not sent. */
  readonly position: number | undefined;
  readonly from: string;
  readonly text: string;
  readonly at: Date;
  readonly state: 'sent' | Unsent['state'];
  readonly why: string | undefined;
  /** The first of a group: it carries the author's name. */
  readonly first: boolean;
  /** What became of it; absent as long as it is not sent. */
  readonly message: Message | undefined;
  readonly quote: QuoteRow | undefined;
  /** Files. */
  readonly attachments: readonly Attachment[] | undefined;
  /** Absent from what others wrote. */
  readonly tick: Tick | undefined;
  readonly mentioned: boolean;
  readonly editing: boolean;
}

export type Row =
  | MessageRow
  | { readonly kind: 'day'; readonly key: string; readonly day: Date }
  | { readonly kind: 'new'; readonly key: string };

export interface RowsView {
  readonly me: string;
  readonly newAfter?: number | undefined;
  readonly editing?: MessageRef | undefined;
  /** The root of the thread that this is, instead of a whole stream. */
  readonly thread?: MessageRef | undefined;
  /** Messages that can be answered here, and stand elsewhere. */
  readonly beside?: readonly Message[];
}

export function rowsOf(timeline: Timeline, view: RowsView): readonly Row[] {
  const rows: Row[] = [];
  let before: MessageRow | undefined;
  const newFrom = firstNew(timeline, view);
  const add = (message: Omit<MessageRow, 'kind' | 'key' | 'first'>): void => {
    const newDay = before === undefined || !sameDay(before.at, message.at);
    const isNew = message.message !== undefined && message.message === newFrom;
    if (newDay) rows.push({ kind: 'day', key: `day ${message.at.toDateString()}`, day: message.at });
    if (isNew) rows.push({ kind: 'new', key: 'new' });
    const first = newDay || isNew || !follows(before, message);
    before = { ...message, kind: 'message', key: `${message.from}/${message.id}`, first };
    rows.push(before);
  };
  for (const message of timeline.messages) add(sent(timeline, message, view));
  const unsent = timeline.newer.kind === 'none' ? timeline.unsent : [];
  for (const message of unsent) if (belongs(message, view)) add(waiting(timeline, message, view));
  return rows;
}

function sent(timeline: Timeline, message: Message, view: RowsView) {
  const { me, editing } = view;
  const { id, position, from, text, deleted } = message;
  return {
    ...{ id, position, from, text, message },
    at: new Date(message.at),
    state: 'sent' as const,
    why: undefined,
    attachments: deleted ? undefined : message.attachments,
    quote: message.replyTo && !deleted ? quoteOf(timeline, message.replyTo, view) : undefined,
    tick: sameUser(from, me) && !deleted ? tickOf(timeline, position) : undefined,
    mentioned: !deleted && !sameUser(from, me) && mentions(message, me),
    editing: editing !== undefined && isAt(message, editing),
  };
}

function waiting(timeline: Timeline, { id, text, at, state, why, replyTo, attachments }: Unsent, view: RowsView) {
  return {
    ...{ id, position: undefined, from: view.me, text, state, why, message: undefined },
    at: new Date(at),
    attachments,
    quote: replyTo && quoteOf(timeline, replyTo, view),
    ...{ tick: undefined, mentioned: false, editing: false },
  };
}

/** In its thread, and where it asks to be outside of it. */
function belongs({ thread, alsoInRoom }: Unsent, view: RowsView): boolean {
  if (view.thread === undefined) return thread === undefined || alsoInRoom === true;
  return thread !== undefined && isSame(thread, view.thread);
}

/** What stands on the page is as it is there; else as it was told. */
function quoteOf({ messages }: Timeline, quote: NonNullable<Message['replyTo']>, view: RowsView): QuoteRow {
  const ref = { author: quote.author, id: quote.id };
  const isIt = (message: Message): boolean => isAt(message, quote);
  const known = messages.find(isIt) ?? view.beside?.find(isIt);
  if (known === undefined) {
    return { ref, excerpt: quote.excerpt && excerptOf(quote.excerpt), deleted: quote.deleted === true };
  }
  const deleted = known.deleted !== undefined;
  return { ref, excerpt: deleted ? undefined : gist(known), deleted };
}

function tickOf({ stored, readByOthers }: Timeline, position: number): Tick {
  if (position <= readByOthers) return 'seen';
  return position <= stored ? 'stored' : 'kept';
}

/** The message under the line; only where it is certain that the ones before it were read. */
function firstNew(timeline: Timeline, { newAfter, me }: RowsView): Message | undefined {
  if (newAfter === undefined) return undefined;
  const first = timeline.messages.find(({ position, from }) => position > newAfter && !sameUser(from, me));
  return reachesBackTo(timeline, newAfter) ? first : undefined;
}

function follows(before: MessageRow | undefined, message: Omit<MessageRow, 'kind' | 'key' | 'first'>): boolean {
  if (before === undefined || message.quote !== undefined || !sameUser(before.from, message.from)) return false;
  return message.at.getTime() - before.at.getTime() < TOGETHER_MS;
}

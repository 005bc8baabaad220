/** A message with what became of it, as this page knows it. Pure. */
import type { HistoryMessage } from '../protocol/answers';
import type { Attachment, Logged, MessageRef, Posted } from '../protocol/content';
import { sameUser } from '../protocol/names';
import { plain } from '../text/excerpts';

export interface Deletion {
  readonly at: string;
  readonly by: string;
  readonly reason?: string;
}

/** What a message answers, as far as it is known without that message. */
export interface Quote extends MessageRef {
  readonly excerpt?: string;
  readonly deleted?: boolean;
  /** Position of the last change that is in it. */
  readonly asOf?: number;
}

export interface Replies {
  readonly count: number;
  readonly last: string;
  readonly people: readonly string[];
  /** The time of the last that history has counted. */
  readonly counted?: string | undefined;
}

export interface Reaction {
  readonly emoji: string;
  readonly count: number;
  readonly mine: boolean;
  /** The first of them. */
  readonly people: readonly string[];
}

export interface Message extends Logged {
  /** Empty once it is deleted. */
  readonly text: string;
  readonly editedAt?: string;
  readonly deleted?: Deletion;
  readonly replyTo?: Quote;
  readonly thread?: MessageRef;
  readonly alsoInRoom?: boolean;
  readonly replies?: Replies;
  readonly reactions?: readonly Reaction[];
  readonly mentions?: readonly string[];
  readonly mentionsAll?: boolean;
  readonly pinned?: boolean;
  readonly attachments?: readonly Attachment[];
  /** Position of the last change that is in it; absent before the first that came by itself. */
  readonly asOf?: number;
}

const LONGEST_EXCERPT = 140;

export function refOf(message: Pick<Message, 'from' | 'id'>): MessageRef {
  return { author: message.from, id: message.id };
}

export function isSame(one: MessageRef, other: MessageRef): boolean {
  return one.id === other.id && sameUser(one.author, other.author);
}

export function isAt(message: Pick<Message, 'from' | 'id'>, ref: MessageRef): boolean {
  return message.id === ref.id && sameUser(message.from, ref.author);
}

/** A thread's own messages are not among those of its room, unless they ask to be. */
export function isInRoom({ thread, alsoInRoom }: Pick<Message, 'thread' | 'alsoInRoom'>): boolean {
  return thread === undefined || alsoInRoom === true;
}

export function mentions(message: Message, user: string): boolean {
  return message.mentionsAll === true || (message.mentions ?? []).some((name) => sameUser(name, user));
}

export function ofHistory(row: HistoryMessage): Message {
  const text = row.deleted === undefined ? (row.text ?? '') : '';
  const { replies, ...message } = row;
  return { ...message, text, ...(replies && { replies: { ...replies, counted: replies.last } }) };
}

/** What comes without a text was deleted since; who did it is told later. */
export function ofFrame(frame: Logged & Posted): Message {
  const { id, position, at, from, text, replyTo, thread, alsoInRoom, mentions, mentionsAll, attachments } = frame;
  return {
    ...{ id, position, at, from, text: text ?? '' },
    ...(text === undefined && { deleted: { at, by: from } }),
    ...(replyTo && { replyTo }),
    ...(thread && { thread }),
    ...(alsoInRoom && { alsoInRoom }),
    ...(mentions && { mentions }),
    ...(mentionsAll && { mentionsAll }),
    ...(attachments && { attachments }),
  };
}

/** What a message is about, in one line: how its text begins, else which files it has. */
export function gist({ text, attachments }: Pick<Message, 'text' | 'attachments'>, longest?: number): string {
  const begins = excerptOf(text, longest);
  return begins === '' ? (attachments ?? []).map(({ name }) => name).join(', ') : begins;
}

/** How a text begins, in one line and without its formatting. */
export function excerptOf(text: string, longest = LONGEST_EXCERPT): string {
  const letters = [...plain(text)];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('');
}

/** What concerns a person so much that they are told of it while they look at something else. Pure. */
import type { Content, MessageRef } from '../protocol/content';
import { sameUser } from '../protocol/names';
import { isAt, mentions, type Message, ofFrame } from '../state/message';
import type { Stream } from '../state/state';

/** The message that arrives, or is changed so that it names this person, if they are to be told of it. */
export function concerning(stream: Stream, content: Content, me: string): Message | undefined {
  const message = messageOf(stream, content);
  if (message === undefined || !isNews(stream, message, me)) return undefined;
  const concerns = content.type === 'edited' ? mentions(message, me) : isMeantFor(stream, message, me);
  return concerns ? message : undefined;
}

/** Said by somebody else, not read, not deleted. */
export function isNews(stream: Stream, message: Message, me: string): boolean {
  return message.position > (stream.lastRead ?? -1) && message.deleted === undefined && !sameUser(message.from, me);
}

/** The same messages after something has happened to one of them. */
export function changedBy(messages: readonly Message[], content: Content): readonly Message[] {
  if (content.type === 'deleted') return messages.filter((message) => !isAt(message, content.about));
  if (content.type !== 'edited') return messages;
  return messages.map((message) => (isAt(message, content.about) ? { ...message, text: content.text ?? '' } : message));
}

/** The stream itself may not show it: it may be of a thread. */
function messageOf({ timeline }: Stream, content: Content): Message | undefined {
  if (content.type === 'message') return ofFrame(content);
  if (content.type !== 'edited') return undefined;
  const { about, text = '', mentions: named = [], mentionsAll = false } = content;
  const before = timeline.messages.findLast((message) => isAt(message, about));
  return before && { ...before, text, mentions: named, mentionsAll };
}

function isMeantFor(stream: Stream, message: Message, me: string): boolean {
  if (stream.kind === 'direct' || mentions(message, me)) return true;
  if (message.replyTo !== undefined && sameUser(message.replyTo.author, me)) return true;
  return message.thread !== undefined && isInThread(stream, message.thread, me);
}

/** Has begun it, or has written in it. */
function isInThread({ timeline }: Stream, root: MessageRef, me: string): boolean {
  const people = timeline.messages.findLast((message) => isAt(message, root))?.replies?.people ?? [];
  return sameUser(root.author, me) || people.some((user) => sameUser(user, me));
}

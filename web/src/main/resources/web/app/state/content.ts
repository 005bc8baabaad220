/** What somebody wrote, put into a timeline: the one road for rooms, conversations and threads. Pure. */
import type { Content, Deleted, Edited, Logged, MessageRef, Pinned, Posted, Reacted } from '../protocol/content';
import { sameUser } from '../protocol/names';
import { excerptOf, isAt, isInRoom, isSame, type Message, ofFrame, type Quote, type Replies } from './message';
import { withReaction } from './reactions';
import { seenUpTo, type Timeline, withArrival, withMessages } from './timeline';

/** So many changes are remembered, for pages of history that are not as new as they are. */
const REMEMBERED = 100;

/** Whose page it is, and whether the timeline is of one thread instead of a whole stream. */
export interface View {
  readonly me: string;
  readonly thread?: MessageRef | undefined;
}

/** The next state of the timeline. In the log's order, and each once, however often it comes. */
export function apply(timeline: Timeline, content: Content, view: View): Timeline {
  return seenUpTo(remembering(applied(timeline, content, view), content), content.position);
}

/** A page of history, which may be older than what has come by itself. */
export function withPage(timeline: Timeline, page: readonly Message[], view: View): Timeline {
  const all = withMessages(timeline, page);
  const recent = timeline.recent.filter((content) => page.some((message) => isTouched(message, content)));
  return recent.reduce((now, content) => applied(now, content, view), all);
}

function isTouched(message: Message, content: Content): boolean {
  if (content.type === 'message') return content.thread !== undefined && isAt(message, content.thread);
  return isAt(message, content.about) || (message.replyTo !== undefined && isSame(message.replyTo, content.about));
}

function remembering(timeline: Timeline, content: Content): Timeline {
  const { recent } = timeline;
  const isChange = content.type !== 'message' || content.thread !== undefined;
  if (!isChange || recent.some(({ position }) => position === content.position)) return timeline;
  return { ...timeline, recent: [...recent, content].slice(-REMEMBERED) };
}

function applied(timeline: Timeline, content: Content, view: View): Timeline {
  switch (content.type) {
    case 'message':
      return posted(timeline, content, view);
    case 'edited':
      return edited(timeline, content);
    case 'deleted':
      return deleted(timeline, content);
    case 'reacted':
      return reacted(timeline, content, view);
    case 'pinned':
      return pinned(timeline, content);
    default:
      return content satisfies never;
  }
}

function posted(timeline: Timeline, content: Logged & Posted, { thread }: View): Timeline {
  const counted = content.thread === undefined ? timeline : answered(timeline, content, content.thread);
  const message = ofFrame(content);
  const belongs = thread === undefined ? isInRoom(message) : content.thread !== undefined && isSame(content.thread, thread);
  return belongs ? withArrival(counted, message) : sent(counted, message);
}

const none: Omit<Replies, 'last'> = { count: 0, people: [], counted: undefined };

/** One more answer in the thread of the root. */
function answered(timeline: Timeline, { at, from, position }: Logged, root: MessageRef): Timeline {
  return changed(timeline, root, position, (message) => {
    const { count, people, counted } = message.replies ?? none;
    if (counted !== undefined && Date.parse(at) <= Date.parse(counted)) return message;
    const others = people.some((name) => sameUser(name, from)) ? people : [...people, from];
    return { ...message, replies: { count: count + 1, last: at, people: others, counted } };
  });
}

/** Only in its thread, and no longer on its way there. */
function sent(timeline: Timeline, { id }: Message): Timeline {
  const unsent = timeline.unsent.filter((message) => message.id !== id);
  return unsent.length === timeline.unsent.length ? timeline : { ...timeline, unsent };
}

/** An edit without a text is of a message that was deleted since; only its author's counts. */
function edited(timeline: Timeline, { about, at, from, position, ...said }: Logged & Edited): Timeline {
  const { text } = said;
  if (text === undefined || !sameUser(about.author, from)) return timeline;
  const { mentions = [], mentionsAll = false } = said;
  const after = changed(timeline, about, position, (message) => {
    const isKnown = message.editedAt !== undefined && Date.parse(at) < Date.parse(message.editedAt);
    return message.deleted || isKnown ? message : { ...message, text, editedAt: at, mentions, mentionsAll };
  });
  return quoted(after, about, position, (quote) => (quote.deleted ? quote : { ...quote, excerpt: excerptOf(text) }));
}

function deleted(timeline: Timeline, { about, at, from, position, reason }: Logged & Deleted): Timeline {
  const deletion = { at, by: from, ...(reason && { reason }) };
  const root = rootOf(timeline, about);
  const counted = root === undefined ? timeline : changed(timeline, root, position, withoutAnswer);
  const after = changed(counted, about, position, (message) => tombstone(message, deletion));
  return quoted(after, about, position, ({ author, id }) => ({ author, id, deleted: true }));
}

/** The root of the thread that the message stands in, as far as is known; none once it is deleted. */
function rootOf({ messages, recent }: Timeline, ref: MessageRef): MessageRef | undefined {
  const isGone = recent.some((content) => content.type === 'deleted' && isSame(content.about, ref));
  const known = messages.find((message) => isAt(message, ref));
  if (isGone || known?.deleted !== undefined) return undefined;
  return known?.thread ?? recent.find((content): content is Logged & Posted => content.type === 'message' && isAt(content, ref))?.thread;
}

function withoutAnswer(message: Message): Message {
  const { replies } = message;
  return replies === undefined ? message : { ...message, replies: { ...replies, count: Math.max(0, replies.count - 1) } };
}

/** What stays of a message that is gone: whose it was, where it stood, and its thread. */
function tombstone(message: Message, deletion: NonNullable<Message['deleted']>): Message {
  const { id, position, at, from, thread, alsoInRoom, replies } = message;
  return {
    ...{ id, position, at, from, text: '', deleted: deletion },
    ...(thread && { thread }),
    ...(alsoInRoom && { alsoInRoom }),
    ...(replies && { replies }),
  };
}

function reacted(timeline: Timeline, content: Logged & Reacted, { me }: View): Timeline {
  return changed(timeline, content.about, content.position, (message) =>
    message.deleted === undefined
      ? { ...message, reactions: withReaction(message.reactions ?? [], content, me) }
      : message,
  );
}

function pinned(timeline: Timeline, { about, on, position }: Logged & Pinned): Timeline {
  return changed(timeline, about, position, (message) =>
    message.deleted === undefined ? { ...message, pinned: on } : message,
  );
}

/** Changes the message if it is here and does not hold that change yet. */
function changed(
  timeline: Timeline,
  ref: MessageRef,
  position: number,
  change: (message: Message) => Message,
): Timeline {
  const at = timeline.messages.findLastIndex((message) => isAt(message, ref));
  const message = timeline.messages[at];
  if (message === undefined || position <= (message.asOf ?? -1)) return timeline;
  return { ...timeline, messages: timeline.messages.with(at, { ...change(message), asOf: position }) };
}

/** Changes what answers to the message quote of it. */
function quoted(timeline: Timeline, ref: MessageRef, position: number, change: (quote: Quote) => Quote): Timeline {
  const quotes = ({ replyTo }: Message): boolean =>
    replyTo !== undefined && isSame(replyTo, ref) && position > (replyTo.asOf ?? -1);
  if (!timeline.messages.some(quotes)) return timeline;
  const messages = timeline.messages.map((message) =>
    quotes(message) && message.replyTo !== undefined
      ? { ...message, replyTo: { ...change(message.replyTo), asOf: position } }
      : message,
  );
  return { ...timeline, messages };
}

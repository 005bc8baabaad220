/** What is new to this person in a stream. Pure. */
import { sameUser } from '../protocol/names';
import type { Stream } from './state';
import { knows, type Message, trimmed, withMessages } from './timeline';

/** How the person stands to the stream in which something arrives. */
export interface Attention {
  readonly me: string;
  /** The stream is the one on the page. */
  readonly shown: boolean;
  /** Its newest message is in sight. */
  readonly attentive: boolean;
}

/** How long a timeline grows under the eyes of somebody who stays at its end. */
const MOST_SHOWN = 600;

export function received<S extends Stream>(stream: S, message: Message, { me, shown, attentive }: Attention): S {
  const all = withMessages(stream.timeline, [message]);
  const timeline = shown ? (attentive ? trimmed(all, MOST_SHOWN) : all) : trimmed(all);
  const fresh = !knows(stream.timeline, message) && message.position > stream.lastRead;
  if (!fresh || sameUser(message.from, me)) return { ...stream, timeline };
  const firstUnseen = shown && !attentive && stream.unread === 0;
  return {
    ...stream,
    timeline,
    unread: stream.unread + 1,
    newAfter: firstUnseen ? stream.lastRead : stream.newAfter,
  };
}

/** Read here or on another device; a marker never moves back. */
export function readUpTo<S extends Stream>(stream: S, position: number, me: string): S {
  if (position <= stream.lastRead && stream.unread === 0) return stream;
  const lastRead = Math.max(position, stream.lastRead);
  const behind = stream.timeline.messages.filter(({ from, position: at }) => at > lastRead && !sameUser(from, me));
  return { ...stream, lastRead, unread: Math.min(stream.unread, behind.length) };
}

/** The line "new messages" for a stream that comes into view. */
export function entered<S extends Stream>(stream: S): S {
  return { ...stream, newAfter: stream.unread > 0 ? stream.lastRead : undefined };
}

export function totalUnread(streams: Iterable<Stream>): number {
  let total = 0;
  for (const stream of streams) total += stream.unread;
  return total;
}

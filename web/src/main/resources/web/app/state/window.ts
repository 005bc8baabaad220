/** How much of a stream is here at a time: what one looks at, and some of what is around it. Pure. */
import type { Message } from './message';
import { type Newer, newestIn, restarted, type Timeline } from './timeline';

/** Most messages of one stream that are here. What is beyond them is fetched when one comes near to it. */
export const MOST = 300;
/** So many stay of a stream that is left at its end. */
const KEPT = 100;

/** The first `most` of what is here; the rest is left for later. */
export function withoutNewest(timeline: Timeline, most = MOST): Timeline {
  const { messages } = timeline;
  const last = messages[most - 1];
  if (messages.length <= most || last === undefined) return timeline;
  const newer: Newer = { kind: 'more', after: last.position, upTo: newestIn(timeline) };
  return { ...timeline, messages: messages.slice(0, most), newer };
}

/** The last `most` of what is here; what was before them is fetched again when it is wanted. */
export function withoutOldest(timeline: Timeline, most = MOST): Timeline {
  const { messages } = timeline;
  const first = messages.at(-most);
  if (messages.length <= most || first === undefined) return timeline;
  return { ...timeline, messages: messages.slice(-most), older: { kind: 'more', before: first.position } };
}

/** At most so many, those around the position. */
export function around(timeline: Timeline, position: number, most = MOST): Timeline {
  if (timeline.messages.length <= most) return timeline;
  const after = timeline.messages.filter((message) => message.position > position).length;
  return withoutOldest(withoutNewest(timeline, timeline.messages.length - Math.max(0, after - most / 2)), most);
}

/** What arrives from now on is fetched when one comes to it, if there is no room for it. */
export function closed(timeline: Timeline, most = MOST): Timeline {
  const last = timeline.messages.at(-1);
  if (timeline.newer.kind !== 'none' || timeline.messages.length < most || last === undefined) return timeline;
  return { ...timeline, newer: { kind: 'more', after: last.position, upTo: last.position } };
}

/** What stays of a stream that is left at its end, or that nobody has looked at; none that are not the newest. */
export function atRest(timeline: Timeline): Timeline {
  return timeline.newer.kind === 'none' ? withoutOldest(timeline, KEPT) : restarted(timeline, undefined);
}

/** Whether the message at that position would be among what is here. */
export function covers({ messages, older, newer }: Timeline, position: number): boolean {
  const [first, last] = [messages[0], messages.at(-1)];
  const isAfterStart = older.kind === 'none' || isUpTo(first, position);
  return isAfterStart && (newer.kind === 'none' || (last !== undefined && position <= last.position));
}

function isUpTo(message: Message | undefined, position: number): boolean {
  return message !== undefined && message.position <= position;
}

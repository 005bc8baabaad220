/** Streams to begin with. */
import type { Logged, Posted } from '../../main/resources/web/app/protocol/content';
import { newRoom, type Room } from '../../main/resources/web/app/state/state';
import type { Message } from '../../main/resources/web/app/state/message';
import { emptyTimeline, type Timeline } from '../../main/resources/web/app/state/timeline';

export const ME = 'me';

export function message(position: number, from = 'bob'): Message {
  return { id: `id-${position}`, position, at: '2026-01-01T12:00:00Z', from, text: `no ${position}` };
}

/** The message as it comes by itself. */
export function said(position: number, from = 'bob', more: Partial<Posted> = {}): Logged & Posted {
  return { ...message(position, from), type: 'message', ...more };
}

export function messages(from: number, to: number): readonly Message[] {
  return Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
}

/** A timeline of these, with or without anything before them. */
export function timeline(known: readonly Message[], older: Timeline['older'] = { kind: 'none' }): Timeline {
  return { ...emptyTimeline, messages: known, older, seen: known.at(-1)?.position ?? -1 };
}

export const MORE: Timeline['older'] = { kind: 'more', before: 'a cursor' };

export function room(change: Partial<Room> = {}): Room {
  return { ...newRoom('kitchen'), access: { kind: 'in' }, ...change };
}

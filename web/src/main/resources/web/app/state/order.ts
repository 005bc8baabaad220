/** The order in which streams stand at the side. Pure. */
import { directKey, MAIN, roomKey, type StreamKey, userKey } from '../protocol/names';
import type { Conversation, Room, Stream } from './state';

type Streams = ReadonlyMap<StreamKey, Stream>;

/** `main` first, then by name. */
export function myRooms(streams: Streams): readonly Room[] {
  const isMain = (room: Room): number => Number(roomKey(room.name) === roomKey(MAIN));
  return [...streams.values()]
    .filter((stream): stream is Room => stream.kind === 'room' && stream.access.kind !== 'outside')
    .filter((room) => room.access.kind !== 'refused' || room.access.problem.passing || isMain(room) === 1)
    .sort((one, other) => isMain(other) - isMain(one) || one.name.localeCompare(other.name));
}

/** The latest first. */
export function myConversations(streams: Streams): readonly Conversation[] {
  return [...streams.values()]
    .filter((stream): stream is Conversation => stream.kind === 'direct')
    .sort((one, other) => other.latest - one.latest || one.with.localeCompare(other.with));
}

/** In the order of before, as far as they were there; the others behind them. */
export function asBefore(before: readonly StreamKey[], conversations: readonly Conversation[]): readonly Conversation[] {
  const at = new Map(before.map((key, index) => [key, index]));
  const place = (one: Conversation): number => at.get(directKey(one.with)) ?? before.length;
  return conversations.toSorted((one, other) => place(one) - place(other));
}

export function inOrder(streams: Streams): readonly Stream[] {
  return [...myRooms(streams), ...myConversations(streams)];
}

/** Everybody who is in one of the rooms: their names by user key. */
export function peopleOnline(streams: Streams): ReadonlyMap<string, string> {
  const online = new Map<string, string>();
  for (const stream of streams.values()) {
    if (stream.kind === 'room') for (const user of stream.users) online.set(userKey(user), user);
  }
  return online;
}

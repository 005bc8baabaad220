/** Steps from one state to the next. Pure. */
import type { RoomRow } from '../protocol/answers';
import type { Content } from '../protocol/content';
import type { Role } from '../protocol/frames';
import { directKey, roomKey, type StreamKey, userKey } from '../protocol/names';
import { apply } from './content';
import { type Conversation, keyOf, me, newConversation, newRoom, type Room, type State, type Stream, type Thread } from './state';
import type { Timeline } from './timeline';
import { received, recounted } from './unread';

export function changeStream(state: State, key: StreamKey, change: (stream: Stream) => Stream): State {
  const before = state.streams.get(key);
  if (before === undefined) return state;
  const after = change(before);
  return after === before ? state : { ...state, streams: new Map(state.streams).set(key, after) };
}

export function changeTimeline(state: State, key: StreamKey, change: (timeline: Timeline) => Timeline): State {
  return changeStream(state, key, (stream) => {
    const timeline = change(stream.timeline);
    return timeline === stream.timeline ? stream : recounted({ ...stream, timeline }, me(state));
  });
}

/** Something was said or done in the stream: by this person, or told as part of what was missed. */
export function withContent(state: State, key: StreamKey, content: Content): State {
  const attention = { me: me(state), shown: keyOf(state.place) === key, attentive: state.attentive };
  const told = changeStream(state, key, (stream) => received(stream, content, attention));
  return changeThread(told, key, (thread) => ({
    ...thread,
    timeline: apply(thread.timeline, content, { me: attention.me, thread: thread.root }),
  }));
}

/** Changes the open thread, if it is of that stream. */
export function changeThread(state: State, key: StreamKey, change: (thread: Thread) => Thread): State {
  const { thread } = state;
  return thread?.key === key ? { ...state, thread: change(thread) } : state;
}

/** Changes the room, which is made if it was not known. */
export function changeRoom(state: State, name: string, change: (room: Room) => Room): State {
  const key = roomKey(name);
  const before = roomNamed(state, name) ?? newRoom(name);
  const after = change(before);
  return state.streams.get(key) === after ? state : { ...state, streams: new Map(state.streams).set(key, after) };
}

export function changeConversation(state: State, user: string, change: (with_: Conversation) => Conversation): State {
  const key = directKey(user);
  const before = state.streams.get(key);
  const after = change(before?.kind === 'direct' ? before : newConversation(user));
  return before === after ? state : { ...state, streams: new Map(state.streams).set(key, after) };
}

export function withoutStream(state: State, key: StreamKey): State {
  const streams = new Map(state.streams);
  return streams.delete(key) ? { ...state, streams } : state;
}

export function roomNamed(state: State, name: string): Room | undefined {
  const stream = state.streams.get(roomKey(name));
  return stream?.kind === 'room' ? stream : undefined;
}

export function described(room: Room, row: RoomRow): Room {
  return {
    ...room,
    name: row.name,
    topic: row.topic ?? '',
    owner: row.owner ?? undefined,
    hasPassword: row.hasPassword,
  };
}

/** People are one entry each, in no particular order. */
export function withUsers(room: Room, joined: readonly string[], left: readonly string[]): Room {
  const before = room.crowd === undefined ? room.users : [];
  const users = new Map(before.map((user) => [userKey(user), user]));
  for (const user of left) users.delete(userKey(user));
  for (const user of joined) users.set(userKey(user), user);
  const typing = room.typing.filter((user) => users.has(userKey(user)));
  return { ...room, users: [...users.values()], crowd: undefined, typing };
}

/** So many that only their number is told. The list of before is void, unless it was one of a crowd, too. */
export function withCrowd(room: Room, online: number): Room {
  if (room.crowd !== undefined) return { ...room, crowd: { ...room.crowd, online } };
  return { ...room, users: [], crowd: { online, asked: false } };
}

/** A page of a crowd. */
export function withPage(room: Room, users: readonly string[], next: string | undefined): Room {
  if (room.crowd === undefined) return room;
  const all = new Map([...room.users, ...users].map((user) => [userKey(user), user]));
  return { ...room, users: [...all.values()], crowd: { ...room.crowd, asked: true, next } };
}

export function onlineIn(room: Room): number {
  return room.crowd?.online ?? room.users.length;
}

export function withRole(room: Room, user: string, role: Role, me: string): Room {
  const roles = new Map(room.roles);
  if (role === 'member') roles.delete(userKey(user));
  else roles.set(userKey(user), role);
  return { ...room, roles, role: userKey(user) === userKey(me) ? role : room.role };
}

export function roleOf(room: Room, user: string): Role {
  if (room.owner !== undefined && userKey(room.owner) === userKey(user)) return 'owner';
  return room.roles.get(userKey(user)) ?? 'member';
}

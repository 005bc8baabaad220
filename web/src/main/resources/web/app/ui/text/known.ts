/** The names that are known here: of rooms one is in, and of people one has seen. */
import { app } from '../../app';
import { sameUser, userKey } from '../../protocol/names';
import type { State, Stream } from '../../state/state';
import { myself } from '../common/actions';

type Streams = State['streams'];

let rooms: readonly string[] = [];
let roomsOf: Streams | undefined;
let people: ReadonlySet<string> = new Set();
let peopleOf: Streams | undefined;

/** The longest first; the same array as long as they are the same. */
export function knownRooms(): readonly string[] {
  const { streams } = app.store.state;
  if (streams === roomsOf) return rooms;
  roomsOf = streams;
  const names = [...streams.values()].flatMap((stream) => (stream.kind === 'room' ? [stream.name] : []));
  names.sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  if (names.join('\n') !== rooms.join('\n')) rooms = names;
  return rooms;
}

export function isMe(name: string): boolean {
  return sameUser(name, myself());
}

export function isKnown(name: string): boolean {
  const { streams } = app.store.state;
  if (streams !== peopleOf) {
    peopleOf = streams;
    people = new Set([...streams.values()].flatMap(peopleIn).map(userKey));
  }
  return people.has(userKey(name)) || isMe(name);
}

/** Owns the main room, and is nobody. */
const SYSTEM = 'system';

/** Who belongs to the stream, as far as can be seen: who is there, then who wrote last. */
export function peopleIn(stream: Stream): readonly string[] {
  const authors = stream.timeline.messages.map(({ from }) => from).reverse();
  if (stream.kind === 'direct') return [stream.with, ...authors];
  return [
    ...stream.users,
    ...(stream.owner === undefined || stream.owner === SYSTEM ? [] : [stream.owner]),
    ...authors,
  ];
}

/** Everything the page shows, as one immutable value. */
import type { Attachment, MessageRef } from '../protocol/content';
import type { Role } from '../protocol/frames';
import { directKey, MAIN, roomKey, type StreamKey } from '../protocol/names';
import type { Problem } from '../protocol/problem';
import type { Message } from './message';
import { emptyTimeline, type Timeline } from './timeline';

export type Account =
  | { readonly kind: 'unknown'; readonly why?: string | undefined }
  | { readonly kind: 'out'; readonly why?: string | undefined }
  | { readonly kind: 'in'; readonly user: string };

/** The connection, as far as the person needs to know. */
export type Link =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'waiting'; readonly retryAt: number }
  | { readonly kind: 'stopped'; readonly why: string };

/** What the main part of the page is about. */
export type Place =
  { readonly kind: 'room'; readonly room: string } | { readonly kind: 'direct'; readonly user: string };

/** Where one was in a stream, and is again when one comes back: a message, and how far under the upper edge it began. */
export interface Whereabouts {
  readonly position: number;
  readonly top: number;
}

/** What one wants to see; another value for each time. */
export type Sought =
  | { readonly kind: 'message'; readonly message: MessageRef }
  | { readonly kind: 'first-new' }
  | { readonly kind: 'end' };

/** What was new when the stream came into view, or has come since out of sight. */
export interface News {
  /** The line "new messages" stands after this position. */
  readonly after: number;
  readonly count: number;
  /** There are more than are counted. */
  readonly isMore?: boolean | undefined;
}

interface Read {
  readonly timeline: Timeline;
  /** Position up to which this person has read; -1 if nothing, absent as long as that is not known. */
  readonly lastRead?: number | undefined;
  /** Everything after this position was made new again by this person, though they have read further. */
  readonly unreadFrom?: number | undefined;
  /** What was just made new again is not read for being in sight, until one comes back to it. */
  readonly isHeld?: boolean | undefined;
  /** Messages of others after it, as far as is known. */
  readonly unread: number;
  /** There are more than the server counts. */
  readonly isMore?: boolean | undefined;
  /** Position of the newest message that the server has counted, or that had been read by then. */
  readonly upTo?: number | undefined;
  /** Those of them that mention this person. */
  readonly mentions: number;
  /** Who is writing something. */
  readonly typing: readonly string[];
  /** The message that is answered by what is written next. */
  readonly replyTo?: MessageRef | undefined;
  /** The message of this person's own that they are changing. */
  readonly editing?: MessageRef | undefined;
  readonly sought?: Sought | undefined;
  /** As long as the stream is looked at. */
  readonly news?: News | undefined;
  /** Absent where one left at the end. */
  readonly left?: Whereabouts | undefined;
}

/** How this person stands to a room. */
export type Access =
  | { readonly kind: 'outside' }
  | { readonly kind: 'joining' }
  | { readonly kind: 'in' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** More people than are told by name. */
export interface Crowd {
  readonly online: number;
  /** Where the next page of them begins; absent before the first and after the last. */
  readonly next?: string | undefined;
  readonly asked: boolean;
}

export interface Room extends Read {
  readonly kind: 'room';
  readonly name: string;
  readonly topic: string;
  readonly owner: string | undefined;
  readonly hasPassword: boolean;
  readonly access: Access;
  readonly role: Role;
  /** Who is here; of a crowd, those who were asked for. */
  readonly users: readonly string[];
  readonly crowd: Crowd | undefined;
  /** Roles other than member, by user key. */
  readonly roles: ReadonlyMap<string, Role>;
}

export interface Conversation extends Read {
  readonly kind: 'direct';
  readonly with: string;
  /** When something was last said, in milliseconds; orders the list. */
  readonly latest: number;
}

export type Stream = Room | Conversation;

export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'warning';
  readonly text: string;
  readonly lasting: boolean;
}

/** The thread that is open beside its stream. */
export interface Thread {
  readonly key: StreamKey;
  readonly root: MessageRef;
  readonly timeline: Timeline;
  /** What is written next is shown in the stream too. */
  readonly alsoInRoom: boolean;
}

export type Dialog =
  | { readonly kind: 'createRoom' | 'browseRooms' | 'switcher' | 'shortcuts' | 'devices' | 'password' | 'profile' | 'notifications' }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'person'; readonly user: string; readonly room: string | undefined }
  | { readonly kind: 'roomSettings'; readonly room: string }
  | { readonly kind: 'deleteMessage' | 'seenBy'; readonly key: StreamKey; readonly message: Message }
  | { readonly kind: 'pins'; readonly key: StreamKey }
  | { readonly kind: 'pictures'; readonly pictures: readonly Attachment[]; readonly first: number }
  | { readonly kind: 'moderate'; readonly act: 'kick' | 'ban'; readonly room: string; readonly user: string };

export type Drawer = 'none' | 'sidebar' | 'people';

export interface State {
  readonly account: Account;
  readonly link: Link;
  readonly place: Place;
  readonly streams: ReadonlyMap<StreamKey, Stream>;
  readonly thread: Thread | undefined;
  /** Whether my rooms and conversations have been fetched. */
  readonly listed: boolean;
  /** Whether it is known how far everything was read. */
  readonly counted: boolean;
  /** Whether the newest message of the place shown is in sight. */
  readonly attentive: boolean;
  readonly notices: readonly Notice[];
  readonly dialog: Dialog | undefined;
  readonly drawer: Drawer;
}

export const initialState: State = {
  account: { kind: 'unknown' },
  link: { kind: 'connecting' },
  place: { kind: 'room', room: MAIN },
  streams: new Map(),
  thread: undefined,
  listed: false,
  counted: false,
  attentive: false,
  notices: [],
  dialog: undefined,
  drawer: 'none',
};

export function keyOf(place: Place): StreamKey {
  return place.kind === 'room' ? roomKey(place.room) : directKey(place.user);
}

export function placeOf(stream: Stream): Place {
  return stream.kind === 'room' ? { kind: 'room', room: stream.name } : { kind: 'direct', user: stream.with };
}

export function newRoom(name: string): Room {
  return {
    kind: 'room',
    name,
    topic: '',
    owner: undefined,
    hasPassword: false,
    access: { kind: 'outside' },
    role: 'member',
    users: [],
    crowd: undefined,
    roles: new Map(),
    typing: [],
    timeline: emptyTimeline,
    unread: 0,
    mentions: 0,
  };
}

export function newConversation(user: string): Conversation {
  return { kind: 'direct', with: user, latest: 0, timeline: emptyTimeline, unread: 0, mentions: 0, typing: [] };
}

/** The name of the signed-in person; empty before. */
export function me(state: State): string {
  return state.account.kind === 'in' ? state.account.user : '';
}

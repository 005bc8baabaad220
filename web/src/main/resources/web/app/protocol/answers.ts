/** The shapes of the REST answers. */
import type { Attachment, MessageRef } from './content';
import type { Role } from './frames';

export interface SignedIn {
  readonly username: string;
  readonly expiresAt: string;
}

export interface Session extends SignedIn {
  readonly lastRoom?: string;
}

export interface Device {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly userAgent?: string;
  readonly address?: string;
}

export interface Profile {
  readonly username: string;
  readonly displayName?: string;
  readonly bio?: string;
}

export interface RoomRow {
  readonly name: string;
  readonly owner?: string;
  readonly hasPassword: boolean;
  readonly memberCount: number;
  readonly online: number;
  readonly joined: boolean;
  readonly topic?: string;
  /** Of whoever asks, where one room was asked for and they are banned from it. */
  readonly ban?: { readonly reason: string; readonly until?: string };
}

export interface RoomPage {
  readonly rooms: readonly RoomRow[];
  readonly next?: string;
}

export interface Member {
  readonly username: string;
  readonly role: Role;
  readonly online: boolean;
}

export interface MemberPage {
  readonly members: readonly Member[];
  readonly next?: string;
}

export interface Ban {
  readonly user: string;
  readonly by: string;
  readonly reason?: string;
  readonly at: string;
  readonly until?: string;
}

export interface BanPage {
  readonly bans: readonly Ban[];
  readonly next?: string;
}

/** A message with what became of it; one that was deleted has no text. */
export interface HistoryMessage {
  readonly id: string;
  readonly position: number;
  readonly at: string;
  readonly from: string;
  readonly text?: string;
  readonly editedAt?: string;
  readonly deleted?: { readonly at: string; readonly by: string; readonly reason?: string };
  readonly replyTo?: MessageRef & { readonly excerpt?: string; readonly deleted?: boolean };
  readonly thread?: MessageRef;
  readonly alsoInRoom?: boolean;
  readonly replies?: { readonly count: number; readonly last: string; readonly people: readonly string[] };
  /** `people`: the first of them. */
  readonly reactions?: readonly {
    readonly emoji: string;
    readonly count: number;
    readonly mine: boolean;
    readonly people: readonly string[];
  }[];
  readonly mentions?: readonly string[];
  readonly mentionsAll?: boolean;
  readonly pinned?: boolean;
  readonly attachments?: readonly Attachment[];
}

/** A file that was uploaded; its ticket sends it. */
export interface Uploaded extends Attachment {
  readonly ticket: string;
}

/** Oldest first; `prev` leads further back, `next` further on, each absent at its end. */
export interface HistoryPage {
  readonly messages: readonly HistoryMessage[];
  readonly next?: string | number;
  readonly prev?: string | number;
}

/** A message that was found, where it stands, and what of its text fits, in UTF-16 units. */
export interface Found {
  readonly message: HistoryMessage & {
    readonly room?: string;
    readonly conversation?: string;
    /** To whom it was written privately. */
    readonly to?: string;
  };
  readonly highlights: readonly (readonly [start: number, end: number])[];
}

export interface FoundPage {
  readonly hits: readonly Found[];
  readonly next?: string;
  /** False while the index is being made anew. */
  readonly complete?: boolean;
  /** The part of all messages that is in it then, from 0 to 1. */
  readonly indexed?: number;
}

/** Somebody who was found by name. */
export interface PersonRow {
  readonly username: string;
  readonly displayName: string;
  readonly avatar: string;
}

export interface Pins {
  readonly messages: readonly HistoryMessage[];
}

/** How many have read a message, and who, where that may be told. */
export interface SeenBy {
  readonly count: number;
  readonly people: readonly string[];
}

export interface ConversationRow {
  readonly conversation: string;
  readonly with: string;
  readonly last?: HistoryMessage;
  readonly unread: number;
}

export interface ConversationPage {
  readonly conversations: readonly ConversationRow[];
  readonly next?: string;
}

/** What is new since the `position` last read, and how much of it mentions this person. */
export interface Count {
  readonly unread: number;
  readonly mentions?: number;
  readonly position: number;
  /** Of the newest message that is counted; absent if nothing is new. */
  readonly upTo?: number;
  /** There are more than are counted. */
  readonly more?: boolean;
}

export interface UnreadAnswer {
  readonly rooms: readonly (Count & { readonly room: string })[];
  readonly direct: readonly (Count & { readonly with: string })[];
}

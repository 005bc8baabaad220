/** What goes over the WebSocket. */
import type { ContentFrame, MessageRef, Where } from './content';

export type Role = 'member' | 'moderator' | 'owner';

/** A room, or the one whom one talks to. */
export type Target = { readonly room: string } | { readonly to: string };

export type JoinCommand = Target & {
  readonly type: 'join';
  readonly password?: string;
  readonly ticket?: string;
  readonly since?: number;
  /** The log that `since` is of. */
  readonly epoch?: string;
};

export type SendCommand = Target & {
  readonly type: 'send';
  readonly id: string;
  readonly text: string;
  readonly replyTo?: MessageRef;
  readonly thread?: MessageRef;
  readonly alsoInRoom?: boolean;
  readonly attachments?: readonly { readonly ticket: string; readonly alt?: string }[];
};

/** What is done with a message; the `id` is of the deed, so that doing it again changes nothing. */
export type Deed =
  | { readonly type: 'edit'; readonly id: string; readonly about: MessageRef; readonly text: string }
  | { readonly type: 'delete'; readonly id: string; readonly about: MessageRef; readonly reason?: string }
  | {
      readonly type: 'react';
      readonly id: string;
      readonly about: MessageRef;
      readonly emoji: string;
      readonly on: boolean;
    }
  | { readonly type: 'pin'; readonly id: string; readonly about: MessageRef; readonly on: boolean };

export type Command =
  | JoinCommand
  | SendCommand
  | (Target & Deed)
  | (Target & { readonly type: 'read'; readonly position: number })
  | (Target & { readonly type: 'typing' })
  | { readonly type: 'leave'; readonly room: string }
  | { readonly type: 'ping' };

/** In the room: everything up to `position` is history, everything after it comes live. */
export interface Joined {
  readonly room: string;
  readonly role: Role;
  readonly ticket: string;
  readonly position: number;
  readonly epoch: string;
  /** Nobody in a crowd. */
  readonly users: readonly string[];
  /** How many are there; more than `users` if they are a crowd. */
  readonly online: number;
  readonly resumed: boolean;
}

/** In the conversation, as `Joined` says of a room. */
export interface JoinedConversation {
  readonly conversation: string;
  readonly to: string;
  readonly position: number;
  readonly epoch: string;
  readonly resumed: boolean;
}

export interface Sent {
  readonly id: string;
  readonly position: number;
  readonly at: string;
}

/** The answer to each command that has one. */
export interface Answers {
  readonly join: Joined;
  readonly leave: object;
  readonly send: Sent;
  readonly edit: Sent;
  readonly delete: Sent;
  readonly react: Sent;
  readonly pin: Sent;
  readonly read: object;
  readonly ping: object;
}

export type AnswerTo<C extends { readonly type: keyof Answers }> = C extends { readonly type: 'join'; readonly to: string }
  ? JoinedConversation
  : Answers[C['type']];

export interface Failure {
  readonly type: 'error';
  readonly ref?: string;
  readonly code: string;
  readonly detail: string;
  readonly field?: string;
  readonly retryAfter?: number;
}

export type Answer =
  { readonly type: 'ok'; readonly ref?: string } | { readonly type: 'pong'; readonly ref?: string } | Failure;

interface Event {
  readonly position: number;
  readonly at: string;
  readonly id: string;
}

export interface RoomFrame extends Event {
  readonly type: 'room';
  readonly room: string;
  readonly change: 'created' | 'changed' | 'deleted';
  readonly owner: string;
  readonly topic: string;
  readonly hasPassword: boolean;
}

export interface RoleFrame extends Event {
  readonly type: 'role';
  readonly room: string;
  readonly user: string;
  readonly role: Role;
}

/** This user is out of the room; `until` is absent from a ban without end. */
export interface RemovedFrame {
  readonly type: 'kicked' | 'banned';
  readonly room: string;
  readonly by: string;
  readonly reason?: string;
  readonly until?: string;
}

/** A stream in a frame that does not say to whom one talks. */
export interface Somewhere {
  readonly room?: string | undefined;
  readonly conversation?: string | undefined;
}

/** Read by this user, elsewhere, up to here. */
export interface ReadFrame extends Somewhere {
  readonly type: 'read';
  readonly position: number;
}

/** Somebody else has read up to here; told to those who wrote lately. */
export type SeenFrame = Where & { readonly type: 'seen'; readonly user: string; readonly position: number };

/** What stands up to here is in the history; told to those who wrote lately. */
export type StoredFrame = Where & { readonly type: 'stored'; readonly position: number };

export type TypingFrame = Where & { readonly type: 'typing'; readonly user: string };

export interface ResetFrame extends Somewhere {
  readonly type: 'reset';
  readonly position: number;
}

/** Everything that comes without having been asked for. */
export type ServerFrame =
  | { readonly type: 'welcome'; readonly user: string; readonly session: string; readonly epoch: string }
  | ContentFrame
  | {
      readonly type: 'users';
      readonly room: string;
      readonly joined: readonly string[];
      readonly left: readonly string[];
    }
  | TypingFrame
  | RemovedFrame
  | { readonly type: 'left'; readonly room: string }
  | RoomFrame
  | RoleFrame
  | ReadFrame
  | SeenFrame
  | StoredFrame
  | { readonly type: 'crowd'; readonly room: string; readonly online: number }
  | ResetFrame
  | { readonly type: 'moving'; readonly after: number };

/** The frame in a text from the server; nothing if it is none. */
export function parseFrame(text: string): ServerFrame | Answer | undefined {
  try {
    const frame: unknown = JSON.parse(text);
    const typed = typeof frame === 'object' && frame !== null && 'type' in frame;
    return typed ? (frame as ServerFrame | Answer) : undefined;
  } catch {
    return undefined;
  }
}

export function isAnswer(frame: ServerFrame | Answer): frame is Answer {
  return frame.type === 'ok' || frame.type === 'pong' || frame.type === 'error';
}

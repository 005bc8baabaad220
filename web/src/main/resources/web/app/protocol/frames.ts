/** What goes over the WebSocket. */

export type Role = 'member' | 'moderator' | 'owner';

export interface JoinCommand {
  readonly type: 'join';
  readonly room: string;
  readonly password?: string;
  readonly ticket?: string;
  readonly since?: number;
  /** The log that `since` is of. */
  readonly epoch?: string;
}

export type Command =
  | JoinCommand
  | { readonly type: 'leave'; readonly room: string }
  | { readonly type: 'send'; readonly room: string; readonly id: string; readonly text: string }
  | { readonly type: 'send'; readonly to: string; readonly id: string; readonly text: string }
  | { readonly type: 'typing'; readonly room: string }
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
  readonly ping: object;
}

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

export interface MessageFrame extends Event {
  readonly type: 'message';
  readonly room: string;
  readonly conversation?: undefined;
  readonly from: string;
  readonly text: string;
}

export interface DirectFrame extends Event {
  readonly type: 'message';
  readonly room?: undefined;
  readonly conversation: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
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

export interface ReadFrame {
  readonly type: 'read';
  readonly room?: string;
  readonly conversation?: string;
  readonly position: number;
}

/** Everything that comes without having been asked for. */
export type ServerFrame =
  | { readonly type: 'welcome'; readonly user: string; readonly session: string; readonly epoch: string }
  | MessageFrame
  | DirectFrame
  | {
      readonly type: 'users';
      readonly room: string;
      readonly joined: readonly string[];
      readonly left: readonly string[];
    }
  | { readonly type: 'typing'; readonly room: string; readonly user: string }
  | RemovedFrame
  | { readonly type: 'left'; readonly room: string }
  | RoomFrame
  | RoleFrame
  | ReadFrame
  | { readonly type: 'crowd'; readonly room: string; readonly online: number }
  | { readonly type: 'reset'; readonly room?: string; readonly conversation?: string; readonly position: number }
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

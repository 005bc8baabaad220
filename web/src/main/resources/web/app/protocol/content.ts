/** What people write, as it comes over the wire: live, in gaps and after a reconnect alike. */

/** Names a message: an id is its author's own. */
export interface MessageRef {
  readonly author: string;
  readonly id: string;
}

interface InRoom {
  readonly room: string;
  readonly conversation?: undefined;
  readonly to?: undefined;
}

interface InConversation {
  readonly room?: undefined;
  /** `<a>/<b>`, the keys of the two. */
  readonly conversation: string;
  readonly to: string;
}

/** In which stream something is said or happens. */
export type Where = InRoom | InConversation;

/** A file of a message. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  /** Media type, as the file's bytes say. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** In pixels, of a picture. */
  readonly width?: number;
  readonly height?: number;
  /** What is to be seen or heard in it. */
  readonly alt?: string;
}

/** The part of a message that an edit replaces; without a text it has been deleted since. */
interface Said {
  readonly text?: string;
  readonly mentions?: readonly string[];
  readonly mentionsAll?: boolean;
}

export interface Posted extends Said {
  readonly type: 'message';
  readonly replyTo?: MessageRef;
  /** The root of the thread that it is in. */
  readonly thread?: MessageRef;
  /** It is in a thread, and shown outside of it too. */
  readonly alsoInRoom?: boolean;
  readonly attachments?: readonly Attachment[];
}

export interface Edited extends Said {
  readonly type: 'edited';
  readonly about: MessageRef;
}

export interface Deleted {
  readonly type: 'deleted';
  readonly about: MessageRef;
  readonly reason?: string;
}

export interface Reacted {
  readonly type: 'reacted';
  readonly about: MessageRef;
  readonly emoji: string;
  readonly on: boolean;
}

export interface Pinned {
  readonly type: 'pinned';
  readonly about: MessageRef;
  readonly on: boolean;
}

/** Where in the log something stands, and whose it is. */
export interface Logged {
  readonly position: number;
  readonly at: string;
  readonly id: string;
  readonly from: string;
}

export type Content = Logged & (Posted | Edited | Deleted | Reacted | Pinned);
export type ContentFrame = Content & Where;

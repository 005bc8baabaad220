import type { ContentFrame } from '../protocol/content';
import type { RemovedFrame, ResetFrame, RoomFrame, SeenFrame, ServerFrame, Somewhere } from '../protocol/frames';
import { conversationKey, directKey, roomKey, sameUser, type StreamKey } from '../protocol/names';
import {
  changeConversation,
  changeRoom,
  changeTimeline,
  roomNamed,
  withContent,
  withCrowd,
  withRole,
  withUsers,
} from '../state/changes';
import { withNotice } from '../state/notices';
import type { Room, State } from '../state/state';
import { readByOthersUpTo, restarted, seenUpTo, storedUpTo, type Timeline } from '../state/timeline';
import type { Context } from './context';
import { deletionText, removalText } from './removal';

/** What the rest of the chat does when something arrives. */
export interface Arrivals {
  onWelcome(user: string, epoch: string): void;
  onRemoved(room: string): void;
  onReset(key: StreamKey): void;
  onTyping(key: StreamKey, user: string): void;
  onQuiet(key: StreamKey, user: string): void;
  onRead(key: StreamKey, position: number): void;
  onContent(key: StreamKey, frame: ContentFrame): void;
}

/** Puts what the server says into the state. */
export class Receiving {
  readonly #context: Context;
  readonly #arrivals: Arrivals;

  constructor(context: Context, arrivals: Arrivals) {
    this.#context = context;
    this.#arrivals = arrivals;
  }

  onFrame(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        return this.#arrivals.onWelcome(frame.user, frame.epoch);
      case 'message':
      case 'edited':
      case 'deleted':
      case 'reacted':
      case 'pinned':
        return this.#onContent(frame);
      case 'stored':
        return this.#inTimeline(frame, (timeline) => storedUpTo(timeline, frame.position));
      case 'seen':
        return this.#onSeen(frame);
      case 'users':
        return this.#inRoom(frame.room, (room) => withUsers(room, frame.joined, frame.left));
      case 'crowd':
        return this.#inRoom(frame.room, (room) => withCrowd(room, frame.online));
      case 'typing':
        return this.#at(frame, (key) => this.#arrivals.onTyping(key, frame.user));
      case 'kicked':
      case 'banned':
        return this.#onRemoved(frame);
      case 'left':
        return this.#arrivals.onRemoved(frame.room);
      case 'room':
        return this.#onRoom(frame);
      case 'role':
        return this.#inRoom(frame.room, (room) =>
          seen(withRole(room, frame.user, frame.role, this.#context.me), frame.position),
        );
      case 'read':
        return this.#at(frame, (key) => this.#arrivals.onRead(key, frame.position));
      case 'reset':
        return this.#onReset(frame);
      case 'moving':
        return;
    }
  }

  /** A room only if this page knows it, for a frame may be late; a conversation begins with what is said in it. */
  #onContent(frame: ContentFrame): void {
    if (frame.room !== undefined) return this.#onContentAt(roomKey(frame.room), frame);
    const other = sameUser(frame.from, this.#context.me) ? frame.to : frame.from;
    const key = directKey(other);
    const at = frame.type === 'message' ? Date.parse(frame.at) : 0;
    this.#update((state) =>
      changeConversation(state, other, (known) => ({ ...known, latest: Math.max(known.latest, at) })),
    );
    this.#onContentAt(key, frame);
  }

  #onContentAt(key: StreamKey, frame: ContentFrame): void {
    if (frame.type === 'message') this.#arrivals.onQuiet(key, frame.from);
    this.#update((state) => withContent(state, key, frame));
    this.#arrivals.onContent(key, frame);
  }

  #onSeen(frame: SeenFrame): void {
    if (sameUser(frame.user, this.#context.me)) return;
    this.#inTimeline(frame, (timeline) => readByOthersUpTo(timeline, frame.position));
  }

  #onRemoved(frame: RemovedFrame): void {
    this.#update((state) => withNotice(state, removalText(frame), { tone: 'warning', lasting: true }));
    this.#arrivals.onRemoved(frame.room);
  }

  #onRoom(frame: RoomFrame): void {
    if (frame.change !== 'deleted') {
      const { owner, topic, hasPassword } = frame;
      return this.#inRoom(frame.room, (room) =>
        seen({ ...room, owner, topic: topic ?? '', hasPassword }, frame.position),
      );
    }
    if (roomNamed(this.#context.store.state, frame.room) === undefined) return;
    this.#update((state) => withNotice(state, deletionText(frame), { lasting: true }));
    this.#arrivals.onRemoved(frame.room);
  }

  #onReset(frame: ResetFrame): void {
    this.#inTimeline(frame, (timeline) => restarted(timeline, frame.position + 1));
    this.#at(frame, (key) => this.#arrivals.onReset(key));
  }

  #inTimeline(where: Somewhere, step: (timeline: Timeline) => Timeline): void {
    this.#at(where, (key) => this.#update((state) => changeTimeline(state, key, step)));
  }

  #at({ room, conversation }: Somewhere, act: (key: StreamKey) => void): void {
    const key = room !== undefined ? roomKey(room) : conversationKey(conversation ?? '', this.#context.me);
    if (key !== undefined) act(key);
  }

  /** Only rooms that this page knows; a frame may be late for one that it has left. */
  #inRoom(name: string, step: (room: Room, state: State) => Room): void {
    this.#update((state) =>
      roomNamed(state, name) === undefined ? state : changeRoom(state, name, (room) => step(room, state)),
    );
  }

  #update(step: (state: State) => State): void {
    this.#context.store.update(step);
  }
}

function seen(room: Room, position: number): Room {
  return { ...room, timeline: seenUpTo(room.timeline, position) };
}

import type { MessageFrame, DirectFrame, RemovedFrame, RoomFrame, ServerFrame } from '../protocol/frames';
import { roomKey, sameUser, type StreamKey } from '../protocol/names';
import { changeConversation, changeRoom, changeTimeline, roomNamed, withCrowd, withRole, withUsers } from '../state/changes';
import { withNotice } from '../state/notices';
import { keyOf, type Room, type State } from '../state/state';
import { restarted, seenUpTo } from '../state/timeline';
import { type Attention, received } from '../state/unread';
import type { Context } from './context';
import { deletionText, removalText } from './removal';

/** What the rest of the chat does when something arrives. */
export interface Arrivals {
  onWelcome(user: string, epoch: string): void;
  onRemoved(room: string): void;
  onReset(key: StreamKey): void;
  onTyping(room: string, user: string): void;
  onQuiet(room: string, user: string): void;
  onRead(frame: Extract<ServerFrame, { type: 'read' }>): void;
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
        return frame.room === undefined ? this.#onDirect(frame) : this.#onMessage(frame);
      case 'users':
        return this.#inRoom(frame.room, (room) => withUsers(room, frame.joined, frame.left));
      case 'crowd':
        return this.#inRoom(frame.room, (room) => withCrowd(room, frame.online));
      case 'typing':
        return this.#arrivals.onTyping(frame.room, frame.user);
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
        return this.#arrivals.onRead(frame);
      case 'reset':
        return frame.room === undefined ? undefined : this.#onReset(frame.room, frame.position);
      case 'moving':
        return;
    }
  }

  #onMessage(frame: MessageFrame): void {
    this.#arrivals.onQuiet(frame.room, frame.from);
    this.#inRoom(frame.room, (room, state) => received(room, frame, this.#attention(state, roomKey(frame.room))));
  }

  #onDirect(frame: DirectFrame): void {
    const other = sameUser(frame.from, this.#context.me) ? frame.to : frame.from;
    this.#update((state) =>
      changeConversation(state, other, (conversation) => ({
        ...received(conversation, frame, this.#attention(state, keyOf({ kind: 'direct', user: other }))),
        latest: Date.parse(frame.at),
      })),
    );
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

  #onReset(room: string, position: number): void {
    this.#update((state) => changeTimeline(state, roomKey(room), (timeline) => restarted(timeline, position + 1)));
    this.#arrivals.onReset(roomKey(room));
  }

  #attention(state: State, key: StreamKey): Attention {
    return { me: this.#context.me, shown: keyOf(state.place) === key, attentive: state.attentive };
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

import { Tickets } from '../device/tickets';
import type { Session, Uploaded } from '../protocol/answers';
import { MAIN, roomKey, sameUser, type StreamKey } from '../protocol/names';
import { changeRoom, changeStream } from '../state/changes';
import { keyOf, type Place, type Room, type Stream } from '../state/state';
import { newsOf, withoutPositions } from '../state/unread';
import type { MessageRef } from '../protocol/content';
import type { ServerFrame } from '../protocol/frames';
import { Notifier } from '../notify/notifier';
import { Acting } from './acting';
import type { Context } from './context';
import { Conversations } from './conversations';
import { History } from './history';
import { Listing } from './listing';
import { Looking } from './looking';
import { Navigation } from './navigation';
import { Outbox } from './outbox';
import { Places } from './places';
import { Reading } from './reading';
import { Receiving } from './receiving';
import { Rooms } from './rooms';
import { Threads } from './threads';
import { Typing } from './typing';

/** Everything a signed-in person does here; lives from sign-in to sign-out. */
export class Chat {
  readonly rooms: Rooms;
  readonly conversations: Conversations;
  readonly history: History;
  readonly outbox: Outbox;
  readonly acting: Acting;
  readonly looking: Looking;
  readonly threads: Threads;
  readonly typing: Typing;
  readonly reading: Reading;
  readonly navigation: Navigation;
  /** Where one is in each stream. */
  readonly places = new Places();
  readonly me: string;
  readonly #context: Context;
  readonly #tickets: Tickets;
  readonly #listing: Listing;
  readonly #receiving: Receiving;
  readonly #notifier: Notifier;
  #epoch: string | undefined;
  #remembered: string | undefined;
  /** What is looked for once one is in the room that is shown. */
  #sought: MessageRef | undefined;

  constructor(context: Context) {
    this.#context = context;
    this.me = context.me;
    this.#tickets = new Tickets(context.me);
    this.rooms = new Rooms(context, this.#tickets, (key, resumed) => this.#onJoined(key, resumed));
    this.history = new History(context, this.#tickets);
    this.conversations = new Conversations(context, (key, resumed) => this.#onConversation(key, resumed));
    this.outbox = new Outbox(context, {
      isOpen: (key) => this.#stream(key)?.kind === 'direct' || this.rooms.isLive(key),
      rejoin: (stream) => this.#rejoin(stream),
    });
    this.acting = new Acting(context);
    this.looking = new Looking(context, this.#tickets, this.history);
    this.threads = new Threads(context, this.#tickets);
    this.typing = new Typing(context);
    this.navigation = new Navigation(context, this.places, (place, message) => this.#onEntered(place, message));
    this.#notifier = new Notifier(context, (place, message) => this.navigation.open(place, message));
    this.#listing = new Listing(
      context,
      (room) => this.rooms.wasRemoved(room),
      () => this.reading.restore(),
    );
    this.reading = new Reading(context, () => this.#listing.countSoon());
    this.#receiving = new Receiving(context, {
      onWelcome: (user, epoch) => this.#onWelcome(user, epoch),
      onRemoved: (room) => this.#onRemoved(room),
      onReset: (key) => {
        void this.#show(key);
        this.threads.refresh(key);
      },
      onTyping: (key, user) => this.typing.onTyping(key, user),
      onQuiet: (key, user) => this.typing.onQuiet(key, user),
      onRead: (key, position) => this.reading.onReadElsewhere(key, position),
      onContent: (key, frame) => this.#notifier.onContent(key, frame),
    });
  }

  start({ lastRoom }: Session): void {
    for (const room of [MAIN, ...this.#tickets.rooms()]) this.#expect(room);
    this.#remembered = lastRoom;
    if (lastRoom) this.#expect(lastRoom);
    this.navigation.start(lastRoom ?? undefined);
    this.#context.connection.open();
    void this.#listing.fetch(() => this.#joinAll());
  }

  stop(): void {
    this.#context.connection.close();
    this.#tickets.dropAll();
    for (const part of [this.#notifier, this.#listing, this.history, this.typing, this.reading, this.navigation]) part.stop();
  }

  onFrame(frame: ServerFrame): void {
    this.#receiving.onFrame(frame);
  }

  onLost(): void {
    this.rooms.onLost();
    this.conversations.onLost();
  }

  /** Says something in the stream, whose end is then what one looks at; in answer to what is to be answered there. */
  send(key: StreamKey, text: string, files: readonly Uploaded[] = []): void {
    const { replyTo, timeline } = this.#stream(key) ?? {};
    const isElsewhere = timeline?.newer.kind !== 'none';
    this.outbox.write(key, text, { ...(replyTo && { replyTo }), ...withFiles(files) });
    this.replyTo(key, undefined);
    this.typing.sent();
    if (isElsewhere) void this.history.toNewest(key);
  }

  /** Says something in the open thread. */
  sendInThread(text: string, files: readonly Uploaded[] = []): void {
    const { thread } = this.#context.store.state;
    if (thread === undefined) return;
    this.outbox.write(thread.key, text, {
      thread: thread.root,
      ...(thread.alsoInRoom && { alsoInRoom: true }),
      ...withFiles(files),
    });
    this.threads.setAlsoInRoom(false);
    this.typing.sent();
  }

  /** What is written next in the stream answers the message, or none. */
  replyTo(key: StreamKey, replyTo: MessageRef | undefined): void {
    this.#context.store.update((state) =>
      changeStream(state, key, (stream) => (stream.replyTo === replyTo ? stream : { ...stream, replyTo })),
    );
  }

  /** Leaves the room for good and goes back to `main`. */
  async leave(room: string): Promise<void> {
    await this.rooms.leave(room);
    this.navigation.openMain();
  }

  /** A room of this person's that will be joined with the others. */
  #expect(room: string): void {
    const joining = (known: Room): Room =>
      known.access.kind === 'outside' ? { ...known, access: { kind: 'joining' } } : known;
    this.#context.store.update((state) => changeRoom(state, room, joining));
    this.outbox.restore(roomKey(room));
  }

  #onWelcome(user: string, epoch: string): void {
    // somebody else has signed in with this browser meanwhile
    if (!sameUser(user, this.me)) return location.reload();
    const before = this.#epoch;
    this.#epoch = epoch;
    if (before !== undefined && before !== epoch) this.#onOtherLog();
    this.#joinAll();
    this.reading.onLive(epoch);
    if (before !== undefined) void this.#catchUp();
  }

  #onOtherLog(): void {
    this.reading.onOtherLog();
    this.places.clear();
    this.#context.store.update((state) => ({
      ...state,
      counted: false,
      streams: new Map([...state.streams].map(([key, stream]) => [key, withoutPositions(stream)])),
    }));
  }

  /** What is missed comes while it is counted; so it is counted again when it has come. */
  async #catchUp(): Promise<void> {
    await this.#listing.fetch(() => this.#joinAll());
    this.#listing.countSoon();
  }

  #joinAll(): void {
    if (this.#epoch === undefined || !this.#context.connection.live) return;
    const { place } = this.#context.store.state;
    void this.rooms.joinAll(place.kind === 'room' ? place.room : MAIN, this.#epoch);
    void this.conversations.joinAll(this.#epoch);
    this.outbox.flushAll();
  }

  async #rejoin(stream: Stream): Promise<void> {
    if (stream.kind === 'room') await this.rooms.rejoin(stream.name);
    else await this.conversations.join(stream.with);
  }

  async #showJoined(key: StreamKey, resumed: boolean): Promise<void> {
    const sought = this.#sought;
    this.#sought = undefined;
    if (!resumed) await this.#show(key);
    if (!resumed) this.threads.refresh(key);
    if (sought !== undefined) await this.looking.find(key, sought);
  }

  #onConversation(key: StreamKey, resumed: boolean): void {
    if (!resumed && keyOf(this.#context.store.state.place) === key) void this.#show(key);
    if (!resumed) this.threads.refresh(key);
  }

  #onJoined(key: StreamKey, resumed: boolean): void {
    void this.outbox.flush(key);
    const { place } = this.#context.store.state;
    if (keyOf(place) !== key || place.kind !== 'room') return;
    void this.#showJoined(key, resumed);
    void this.rooms.describe(place.room);
    this.#remember(place.room);
  }

  /** Where a stream begins depends on how far it was read. */
  async #show(key: StreamKey): Promise<void> {
    await this.#listing.counted;
    this.#context.store.update((state) => changeStream(state, key, (stream) => this.#whereOneWas(key, stream)));
    await this.history.open(key);
  }

  /** A timeline that starts again does so where one is in it; the line is before what is new by now. */
  #whereOneWas(key: StreamKey, stream: Stream): Stream {
    if (stream.timeline.messages.length > 0) return stream;
    return { ...stream, left: this.places.of(key), news: newsOf(stream) };
  }

  #onEntered(place: Place, message: MessageRef | undefined): void {
    this.outbox.restore(keyOf(place));
    void this.#showPlace(place, message);
    if (place.kind === 'direct') return;
    void this.rooms.describe(place.room);
    if (this.rooms.isLive(roomKey(place.room))) this.#remember(place.room);
    else if (keyOf(place) === roomKey(MAIN)) void this.rooms.join(MAIN).catch(() => undefined);
  }

  /** What a conversation begins with is history up to where it comes live. */
  async #showPlace(place: Place, message: MessageRef | undefined): Promise<void> {
    if (place.kind === 'direct') await this.conversations.join(place.user);
    await this.#show(keyOf(place));
    if (message === undefined) return;
    if (place.kind === 'room' && !this.rooms.isLive(keyOf(place))) this.#sought = message;
    else await this.looking.find(keyOf(place), message);
  }

  #stream(key: StreamKey): Stream | undefined {
    return this.#context.store.state.streams.get(key);
  }

  #remember(room: string): void {
    if (this.#remembered === room) return;
    this.#remembered = room;
    void this.#context.api.people.rememberRoom(room).catch(() => undefined);
  }

  #onRemoved(room: string): void {
    const { place } = this.#context.store.state;
    const shown = keyOf(place) === roomKey(room);
    this.rooms.forget(room);
    if (shown) this.navigation.openMain();
  }
}

function withFiles(attachments: readonly Uploaded[]): { readonly attachments?: readonly Uploaded[] } {
  return attachments.length === 0 ? {} : { attachments };
}

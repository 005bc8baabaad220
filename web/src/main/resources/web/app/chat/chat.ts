import { Tickets } from '../device/tickets';
import type { Session } from '../protocol/answers';
import { MAIN, roomKey, sameUser, type StreamKey } from '../protocol/names';
import { changeRoom } from '../state/changes';
import { keyOf, type Place, type Room } from '../state/state';
import { withoutPositions } from '../state/unread';
import type { ServerFrame } from '../protocol/frames';
import type { Context } from './context';
import { History } from './history';
import { Listing } from './listing';
import { Navigation } from './navigation';
import { Outbox } from './outbox';
import { Reading } from './reading';
import { Receiving } from './receiving';
import { Rooms } from './rooms';
import { Typing } from './typing';

/** Everything a signed-in person does here; lives from sign-in to sign-out. */
export class Chat {
  readonly rooms: Rooms;
  readonly history: History;
  readonly outbox: Outbox;
  readonly typing: Typing;
  readonly reading: Reading;
  readonly navigation: Navigation;
  readonly me: string;
  readonly #context: Context;
  readonly #tickets: Tickets;
  readonly #listing: Listing;
  readonly #receiving: Receiving;
  #epoch: string | undefined;
  #remembered: string | undefined;

  constructor(context: Context) {
    this.#context = context;
    this.me = context.me;
    this.#tickets = new Tickets(context.me);
    this.rooms = new Rooms(context, this.#tickets, (key, resumed) => this.#onJoined(key, resumed));
    this.history = new History(context, this.#tickets);
    this.outbox = new Outbox(context, this.rooms);
    this.typing = new Typing(context);
    this.navigation = new Navigation(context, (place) => this.#onEntered(place));
    this.#listing = new Listing(context, (room) => this.rooms.wasRemoved(room));
    this.reading = new Reading(context, () => this.#listing.countSoon());
    this.#receiving = new Receiving(context, {
      onWelcome: (user, epoch) => this.#onWelcome(user, epoch),
      onRemoved: (room) => this.#onRemoved(room),
      onReset: (key) => void this.#show(key),
      onTyping: (room, user) => this.typing.onTyping(room, user),
      onQuiet: (room, user) => this.typing.onQuiet(room, user),
      onRead: (frame) => this.reading.onReadElsewhere(frame),
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
    for (const part of [this.#listing, this.history, this.typing, this.reading, this.navigation]) part.stop();
  }

  onFrame(frame: ServerFrame): void {
    this.#receiving.onFrame(frame);
  }

  onLost(): void {
    this.rooms.onLost();
  }

  /** Says something in the stream, whose end is then what one looks at. */
  send(key: StreamKey, text: string): void {
    const isElsewhere = this.#context.store.state.streams.get(key)?.timeline.newer.kind !== 'none';
    this.outbox.write(key, text);
    this.typing.sent();
    if (isElsewhere) void this.history.toNewest(key);
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
    this.reading.onLive();
    if (before !== undefined) void this.#catchUp();
  }

  #onOtherLog(): void {
    this.reading.onOtherLog();
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
    const { streams } = this.#context.store.state;
    for (const [key, { kind }] of streams) if (kind === 'direct') await this.history.catchUp(key);
  }

  #joinAll(): void {
    if (this.#epoch === undefined || !this.#context.connection.live) return;
    const { place } = this.#context.store.state;
    void this.rooms.joinAll(place.kind === 'room' ? place.room : MAIN, this.#epoch);
    this.outbox.flushAll();
  }

  #onJoined(key: StreamKey, resumed: boolean): void {
    void this.outbox.flush(key);
    const { place } = this.#context.store.state;
    if (keyOf(place) !== key || place.kind !== 'room') return;
    if (!resumed) void this.#show(key);
    void this.rooms.describe(place.room);
    this.#remember(place.room);
  }

  /** Where a stream begins depends on how far it was read. */
  async #show(key: StreamKey): Promise<void> {
    await this.#listing.counted;
    await this.history.open(key);
  }

  #onEntered(place: Place): void {
    this.outbox.restore(keyOf(place));
    void this.#show(keyOf(place));
    if (place.kind === 'direct') return;
    void this.rooms.describe(place.room);
    if (this.rooms.isLive(roomKey(place.room))) this.#remember(place.room);
    else if (keyOf(place) === roomKey(MAIN)) void this.rooms.join(MAIN).catch(() => undefined);
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

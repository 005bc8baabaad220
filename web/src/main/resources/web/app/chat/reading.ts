import { type UnreadMark, UnreadMarks } from '../device/unread-marks';
import type { StreamKey } from '../protocol/names';
import { problemOf } from '../protocol/problem';
import { changeStream } from '../state/changes';
import { keyOf, type Stream } from '../state/state';
import { reachesBackTo } from '../state/timeline';
import { newestOf, newsOf, readOf, readUpTo } from '../state/unread';
import { madeUnread, unreadFrom, withUnreadFrom } from '../state/unread-again';
import type { Context } from './context';
import { Glance } from './glance';
import { targetOf } from './place';

const TELL_AFTER_MS = 500;
const TELL_AGAIN_MS = 5_000;

/** How far this person has read, here and on other devices. */
export class Reading {
  readonly #context: Context;
  readonly #uncertain: () => void;
  /** What the server is yet to be told. */
  readonly #untold = new Map<StreamKey, number>();
  readonly #marks: UnreadMarks;
  readonly #stopWatching: () => void;
  /** The log that positions are of. */
  #epoch: string | undefined;
  readonly #glance = new Glance(
    (key, position) => this.#isNew(key, position),
    (key, position) => this.#read(key, position),
  );
  #timer = 0;
  readonly #onHidden = () => document.hidden && this.#untold.size > 0 && this.#tell();

  /** @param uncertain called when how much is new can't be known from what is here */
  constructor(context: Context, uncertain: () => void) {
    this.#context = context;
    this.#uncertain = uncertain;
    this.#marks = new UnreadMarks(context.me);
    this.#stopWatching = this.#marks.watch(() => this.#onMarks());
    document.addEventListener('visibilitychange', this.#onHidden);
  }

  stop(): void {
    this.#stopWatching();
    document.removeEventListener('visibilitychange', this.#onHidden);
    window.clearTimeout(this.#timer);
    this.#glance.end();
  }

  /**
   * @param position of the last message of the place shown that is in sight, absent if there is none
   * @param attentive whether that is the newest
   */
  onSight(position: number | undefined, attentive: boolean): void {
    const { store } = this.#context;
    store.update((state) => (state.attentive === attentive ? state : { ...state, attentive }));
    this.#glance.at(keyOf(store.state.place), position ?? -1);
  }

  onReadElsewhere(key: StreamKey, position: number): void {
    this.#mark(key, position);
  }

  /** Everything in it, seen or not. */
  markRead(key: StreamKey): void {
    const stream = this.#stream(key);
    if (stream === undefined) return;
    this.#change(key, (now) => ({ ...now, isHeld: undefined, news: undefined }));
    this.#read(key, newestOf(stream));
  }

  markAllRead(): void {
    const { streams, place } = this.#context.store.state;
    for (const [key, { unread }] of streams) if (unread > 0 || key === keyOf(place)) this.markRead(key);
  }

  /** The message and all after it, until one comes back to them. */
  markUnread(key: StreamKey, position: number): void {
    this.#glance.end();
    this.#change(key, (stream) => unreadFrom(stream, position, this.#context.me));
  }

  /** There is somebody to tell again, of the positions of that log. */
  onLive(epoch: string): void {
    this.#epoch = epoch;
    this.restore();
    if (this.#untold.size > 0) this.#tellAfter(0);
  }

  /** Positions are of another log from now on. */
  onOtherLog(): void {
    this.#untold.clear();
    this.#glance.end();
  }

  /** What was just made new again is not read for being in sight. */
  #isNew(key: StreamKey, position: number): boolean {
    const stream = this.#stream(key);
    return stream !== undefined && !stream.isHeld && position > (readOf(stream) ?? -1);
  }

  #read(key: StreamKey, position: number): void {
    const stream = this.#stream(key);
    if (stream === undefined || position <= (readOf(stream) ?? -1)) return;
    this.#mark(key, position);
    if (position <= (stream.lastRead ?? -1)) return;
    this.#untold.set(key, position);
    this.#tellAfter(TELL_AFTER_MS);
  }

  /** Where not all that was read is here, only the server can tell what is left. */
  #mark(key: StreamKey, position: number): void {
    const before = this.#stream(key);
    this.#change(key, (stream) => readUpTo(stream, position, this.#context.me));
    const left = this.#stream(key);
    if (before === undefined || left === undefined || left === before || left.unread === 0) return;
    if (left.isMore || !reachesBackTo(before.timeline, readOf(before) ?? -1)) this.#uncertain();
  }

  /** Takes up what was made new again before this page was there. */
  restore(): void {
    if (this.#epoch === undefined) return;
    for (const [key, { epoch, after, lastRead, ...made }] of this.#marks.all()) {
      if (epoch !== this.#epoch) {
        this.#marks.keep(key, undefined);
        continue;
      }
      const restored = (stream: Stream): Stream => withUnreadFrom(stream, after, lastRead, made);
      this.#context.store.update((state) => changeStream(state, key, (stream) => withNews(stream, restored(stream))));
    }
  }

  /** Another tab has made something new again, or has read it. */
  #onMarks(): void {
    const marked = new Set(this.#marks.all().map(([key]) => key));
    for (const [key, { unreadFrom: after, lastRead }] of this.#context.store.state.streams) {
      if (after !== undefined && !marked.has(key)) this.#change(key, (stream) => readUpTo(stream, lastRead ?? -1, this.#context.me));
    }
    this.restore();
  }

  #change(key: StreamKey, change: (stream: Stream) => Stream): void {
    const before = this.#stream(key);
    this.#context.store.update((state) => changeStream(state, key, change));
    const after = this.#stream(key);
    if (after !== undefined && after.unreadFrom !== before?.unreadFrom) this.#marks.keep(key, this.#markOf(after));
  }

  #markOf(stream: Stream): UnreadMark | undefined {
    const { unreadFrom: after, lastRead } = stream;
    if (after === undefined || lastRead === undefined || this.#epoch === undefined) return undefined;
    return { epoch: this.#epoch, after, lastRead, ...madeUnread(stream, this.#context.me) };
  }

  #tellAfter(delay: number): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#tell(), delay);
  }

  #tell(): void {
    for (const [key, position] of this.#untold) void this.#tellOf(key, position);
  }

  /** What can't be told now is told later, unless there is nobody any more who wants to know. */
  async #tellOf(key: StreamKey, position: number): Promise<void> {
    const stream = this.#stream(key);
    try {
      if (stream !== undefined) await this.#send(stream, position);
    } catch (error) {
      if (problemOf(error).passing) return this.#tellAfter(TELL_AGAIN_MS);
    }
    if (this.#untold.get(key) === position) this.#untold.delete(key);
  }

  async #send(stream: Stream, position: number): Promise<void> {
    const { connection, api } = this.#context;
    if (connection.live) await connection.request({ type: 'read', ...targetOf(stream), position });
    else await api.messages.read(targetOf(stream), position);
  }

  #stream(key: StreamKey): Stream | undefined {
    return this.#context.store.state.streams.get(key);
  }
}

/** With the line before what is new again, where there is none yet. */
function withNews(before: Stream, after: Stream): Stream {
  return after === before || after.news !== undefined ? after : { ...after, news: newsOf(after) };
}

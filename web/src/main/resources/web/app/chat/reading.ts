import type { StreamKey } from '../protocol/names';
import { problemOf } from '../protocol/problem';
import { changeStream } from '../state/changes';
import { keyOf, type Stream } from '../state/state';
import { reachesBackTo } from '../state/timeline';
import { readUpTo } from '../state/unread';
import type { Context } from './context';
import { targetOf } from './place';

/** What has been in sight for so long has been read. */
const GLANCE_MS = 1_000;
const TELL_AFTER_MS = 500;
const TELL_AGAIN_MS = 5_000;

/** Messages in sight, not yet for long enough: up to `from` when they came into sight, up to `to` now. */
interface Glance {
  readonly key: StreamKey;
  readonly from: number;
  readonly to: number;
  readonly timer: number;
}

/** How far this person has read, here and on other devices. */
export class Reading {
  readonly #context: Context;
  readonly #uncertain: () => void;
  /** What the server is yet to be told. */
  readonly #untold = new Map<StreamKey, number>();
  #glance: Glance | undefined;
  #timer = 0;
  readonly #onHidden = () => document.hidden && this.#untold.size > 0 && this.#tell();

  /** @param uncertain called when how much is new can't be known from what is here */
  constructor(context: Context, uncertain: () => void) {
    this.#context = context;
    this.#uncertain = uncertain;
    document.addEventListener('visibilitychange', this.#onHidden);
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#onHidden);
    window.clearTimeout(this.#timer);
    window.clearTimeout(this.#glance?.timer);
  }

  /**
   * @param position of the last message of the place shown that is in sight, absent if there is none
   * @param attentive whether that is the newest
   */
  onSight(position: number | undefined, attentive: boolean): void {
    const { store } = this.#context;
    store.update((state) => (state.attentive === attentive ? state : { ...state, attentive }));
    this.#look(keyOf(store.state.place), position ?? -1);
  }

  onReadElsewhere(key: StreamKey, position: number): void {
    const before = this.#stream(key);
    this.#mark(key, position);
    if (before !== undefined && !reachesBackTo(before.timeline, before.lastRead ?? -1)) this.#uncertain();
  }

  /** There is somebody to tell again. */
  onLive(): void {
    if (this.#untold.size > 0) this.#tellAfter(0);
  }

  /** Positions are of another log from now on. */
  onOtherLog(): void {
    this.#untold.clear();
    window.clearTimeout(this.#glance?.timer);
    this.#glance = undefined;
  }

  #look(key: StreamKey, position: number): void {
    const glance = this.#glance;
    if (glance?.key === key && position >= 0) {
      this.#glance = { ...glance, to: position };
      return;
    }
    window.clearTimeout(glance?.timer);
    this.#glance = undefined;
    const stream = this.#stream(key);
    if (stream === undefined || position <= (stream.lastRead ?? -1)) return;
    const timer = window.setTimeout(() => this.#onLooked(), GLANCE_MS);
    this.#glance = { key, from: position, to: position, timer };
  }

  #onLooked(): void {
    const glance = this.#glance;
    this.#glance = undefined;
    if (glance === undefined) return;
    this.#read(glance.key, Math.min(glance.from, glance.to));
    this.#look(glance.key, glance.to);
  }

  #read(key: StreamKey, position: number): void {
    const stream = this.#stream(key);
    if (stream === undefined || position <= (stream.lastRead ?? -1)) return;
    this.#mark(key, position);
    this.#untold.set(key, position);
    this.#tellAfter(TELL_AFTER_MS);
  }

  #mark(key: StreamKey, position: number): void {
    const { store, me } = this.#context;
    store.update((state) => changeStream(state, key, (stream) => readUpTo(stream, position, me)));
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

import type { Context } from '../chat/context';
import type { ContentFrame, MessageRef } from '../protocol/content';
import type { StreamKey } from '../protocol/names';
import { refOf, type Message } from '../state/message';
import { keyOf, type Place, placeOf, type State, type Stream } from '../state/state';
import { changedBy, concerning, isNews } from './concern';
import { Desktop, mayNotify } from './desktop';
import { OneTab } from './one-tab';
import { wording } from './wording';

/** For so long a message may be read on any device before anybody is told of it. */
const PATIENCE_MS = 6_000;
/** No more are remembered of a stream while they wait. */
const MOST_WAITING = 20;

/** Messages of one stream of which this person is to be told, if they have not read them by then. */
interface Waiting {
  readonly messages: readonly Message[];
  readonly timer: number;
}

/**
 * Tells of what concerns this person while they look at something else, as long as the page is open: one notification for
 * each stream, which goes when its messages are read, here or on another device. Of several tabs, one tells.
 */
export class Notifier {
  readonly #context: Context;
  readonly #open: (place: Place, message: MessageRef) => void;
  readonly #desktop = new Desktop();
  readonly #tab: OneTab;
  readonly #waiting = new Map<StreamKey, Waiting>();
  /** Position of the last message in each notification that is shown. */
  readonly #shown = new Map<StreamKey, number>();
  readonly #stopWatching: () => void;

  constructor(context: Context, open: (place: Place, message: MessageRef) => void) {
    this.#context = context;
    this.#open = open;
    this.#tab = new OneTab(`confab.notifier.${context.me}`);
    this.#stopWatching = context.store.watch((state) => this.#closeRead(state));
  }

  stop(): void {
    this.#stopWatching();
    this.#tab.stop();
    this.#desktop.closeAll();
    for (const { timer } of this.#waiting.values()) window.clearTimeout(timer);
    this.#waiting.clear();
  }

  /** After the state has it. */
  onContent(key: StreamKey, frame: ContentFrame): void {
    const stream = this.#stream(key);
    if (stream === undefined || !mayNotify() || !this.#tab.isTheOne) return;
    this.#change(key, frame);
    const message = concerning(stream, frame, this.#context.me);
    if (message !== undefined && message.position > (this.#shown.get(key) ?? -1)) this.#wait(key, message);
  }

  #wait(key: StreamKey, message: Message): void {
    const { messages, timer } = this.#waiting.get(key) ?? {
      messages: [],
      timer: window.setTimeout(() => this.#tell(key), PATIENCE_MS),
    };
    this.#waiting.set(key, { messages: [...messages, message].slice(-MOST_WAITING), timer });
  }

  #tell(key: StreamKey): void {
    const waiting = this.#waiting.get(key)?.messages ?? [];
    this.#waiting.delete(key);
    const stream = this.#stream(key);
    if (stream === undefined || isInSight(this.#context.store.state, key)) return;
    const news = waiting.filter((message) => isNews(stream, message, this.#context.me));
    const last = news.at(-1);
    if (last === undefined) return;
    this.#shown.set(key, last.position);
    this.#desktop.show(key, wording(stream, news), () => {
      this.#shown.delete(key);
      this.#open(placeOf(stream), refOf(last));
    });
  }

  /** What waits is told as it is by then. */
  #change(key: StreamKey, frame: ContentFrame): void {
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) this.#waiting.set(key, { ...waiting, messages: changedBy(waiting.messages, frame) });
  }

  #closeRead({ streams }: State): void {
    for (const [key, position] of this.#shown) {
      const stream = streams.get(key);
      if (stream !== undefined && (stream.lastRead ?? -1) < position) continue;
      this.#shown.delete(key);
      this.#desktop.close(key);
    }
  }

  #stream(key: StreamKey): Stream | undefined {
    return this.#context.store.state.streams.get(key);
  }
}

function isInSight({ attentive, place }: State, key: StreamKey): boolean {
  return attentive && keyOf(place) === key;
}

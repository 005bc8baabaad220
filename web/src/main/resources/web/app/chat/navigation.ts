import { MAIN } from '../protocol/names';
import { changeConversation, changeRoom, changeStream } from '../state/changes';
import { keyOf, type Place } from '../state/state';
import { trimmed } from '../state/timeline';
import { entered } from '../state/unread';
import type { Context } from './context';
import { addressOf, placeAt } from './place';

/** Which place is shown; kept in the address of the page, so that the browser's own back and forward work. */
export class Navigation {
  readonly #context: Context;
  readonly #entered: (place: Place) => void;
  readonly #onAddress = () => {
    const place = placeAt(location.hash);
    if (place !== undefined && keyOf(place) !== keyOf(this.#context.store.state.place)) this.#enter(place);
  };

  constructor(context: Context, entered: (place: Place) => void) {
    this.#context = context;
    this.#entered = entered;
  }

  start(lastRoom: string | undefined): void {
    window.addEventListener('hashchange', this.#onAddress);
    const place = placeAt(location.hash) ?? { kind: 'room', room: lastRoom ?? MAIN };
    history.replaceState(null, '', addressOf(place));
    this.#enter(place);
  }

  stop(): void {
    window.removeEventListener('hashchange', this.#onAddress);
    history.replaceState(null, '', location.pathname);
  }

  open(place: Place): void {
    if (location.hash !== addressOf(place)) history.pushState(null, '', addressOf(place));
    this.#enter(place);
  }

  openMain(): void {
    this.open({ kind: 'room', room: MAIN });
  }

  #enter(place: Place): void {
    this.#context.store.update((state) => {
      const left = changeStream(state, keyOf(state.place), (stream) => ({
        ...stream,
        newAfter: undefined,
        timeline: trimmed(stream.timeline),
      }));
      const known =
        place.kind === 'room'
          ? changeRoom(left, place.room, (room) => room)
          : changeConversation(left, place.user, (conversation) => conversation);
      const shown = changeStream(known, keyOf(place), entered);
      return { ...shown, place, attentive: false, drawer: 'none', dialog: undefined };
    });
    this.#entered(place);
  }
}

import type { MessageRef } from '../protocol/content';
import { MAIN } from '../protocol/names';
import { changeConversation, changeRoom, changeStream } from '../state/changes';
import { keyOf, type Place, placeOf, type Stream } from '../state/state';
import { entered } from '../state/unread';
import { atRest } from '../state/window';
import type { Context } from './context';
import { addressOf, messageAddressOf, placeAt } from './place';
import type { Places } from './places';

/** Which place is shown; kept in the address of the page, so that the browser's own back and forward work. */
export class Navigation {
  readonly #context: Context;
  readonly #places: Places;
  readonly #entered: (place: Place, message: MessageRef | undefined) => void;
  readonly #onAddress = () => {
    const { place, message } = placeAt(location.hash) ?? {};
    if (place === undefined) return;
    const isShown = keyOf(place) === keyOf(this.#context.store.state.place);
    if (!isShown) this.#enter(place, message);
    else if (message !== undefined) this.#entered(place, message);
  };

  constructor(context: Context, places: Places, entered: (place: Place, message: MessageRef | undefined) => void) {
    this.#context = context;
    this.#places = places;
    this.#entered = entered;
  }

  start(lastRoom: string | undefined): void {
    window.addEventListener('hashchange', this.#onAddress);
    const { place, message } = placeAt(location.hash) ?? { place: { kind: 'room', room: lastRoom ?? MAIN } as const };
    history.replaceState(null, '', message === undefined ? addressOf(place) : messageAddressOf(place, message));
    this.#enter(place, message);
  }

  stop(): void {
    window.removeEventListener('hashchange', this.#onAddress);
    history.replaceState(null, '', location.pathname);
  }

  open(place: Place, message?: MessageRef): void {
    const address = message === undefined ? addressOf(place) : messageAddressOf(place, message);
    if (location.hash !== address) history.pushState(null, '', address);
    this.#enter(place, message);
  }

  openMain(): void {
    this.open({ kind: 'room', room: MAIN });
  }

  #enter(place: Place, message?: MessageRef): void {
    this.#context.store.update((state) => {
      const left = changeStream(state, keyOf(state.place), (stream) => this.#left(stream));
      const known =
        place.kind === 'room'
          ? changeRoom(left, place.room, (room) => room)
          : changeConversation(left, place.user, (conversation) => conversation);
      const shown = changeStream(known, keyOf(place), entered);
      const thread = state.thread?.key === keyOf(place) ? state.thread : undefined;
      return { ...shown, place, thread, attentive: false, drawer: 'none', dialog: undefined };
    });
    this.#entered(place, message);
  }

  /** Nobody looks at it any more: what was looked at stays, or else some of what is newest. One comes back to what was made new again. */
  #left<S extends Stream>(stream: S): S {
    const left = stream.isHeld ? undefined : this.#places.of(keyOf(placeOf(stream)));
    const timeline = left === undefined ? atRest(stream.timeline) : stream.timeline;
    return { ...stream, news: undefined, sought: undefined, left, timeline };
  }
}

import type { MessageRef } from '../protocol/content';
import { MAIN } from '../protocol/names';
import { changeConversation, changeRoom, changeStream } from '../state/changes';
import { keyOf, type Place } from '../state/state';
import { trimmed } from '../state/timeline';
import { entered } from '../state/unread';
import type { Context } from './context';
import { addressOf, messageAddressOf, placeAt } from './place';

/** Which place is shown; kept in the address of the page, so that the browser's own back and forward work. */
export class Navigation {
  readonly #context: Context;
  readonly #entered: (place: Place, message: MessageRef | undefined) => void;
  readonly #onAddress = () => {
    const { place, message } = placeAt(location.hash) ?? {};
    if (place === undefined) return;
    const isShown = keyOf(place) === keyOf(this.#context.store.state.place);
    if (!isShown) this.#enter(place, message);
    else if (message !== undefined) this.#entered(place, message);
  };

  constructor(context: Context, entered: (place: Place, message: MessageRef | undefined) => void) {
    this.#context = context;
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
      const thread = state.thread?.key === keyOf(place) ? state.thread : undefined;
      return { ...shown, place, thread, attentive: false, drawer: 'none', dialog: undefined };
    });
    this.#entered(place, message);
  }
}

import { app } from '../../app';
import { keyOf, placeOf, type Stream } from '../../state/state';
import { focusPlace, openDialog } from '../common/actions';
import { find, openThread, react } from '../message/acts';
import type { MessageActs } from './message';

/** What the parts of a message do when they are pressed, in the stream that is shown then. */
export function actsIn(stream: () => Stream): MessageActs {
  const key = () => keyOf(placeOf(stream()));
  const room = (): string | undefined => {
    const shown = stream();
    return shown.kind === 'room' ? shown.name : undefined;
  };
  return {
    author: (user) => openDialog({ kind: 'person', user, room: room() }),
    react: (message, emoji, on) => void react(key(), message, emoji, on),
    thread: (message) => openThread(key(), message),
    find: (message) => find(key(), message),
    retry: (id) => {
      app.chat.outbox.retry(key(), id);
      focusPlace();
    },
    discard: (id) => {
      app.chat.outbox.discard(key(), id);
      focusPlace();
    },
  };
}

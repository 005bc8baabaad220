/** What the server has counted, put into the state. Pure. */
import type { Count, UnreadAnswer } from '../protocol/answers';
import { changeConversation, changeRoom } from './changes';
import { keyOf, me, placeOf, type State, type Stream } from './state';
import { countedByServer } from './unread';

/** The place that the page opened with gets its line "new messages" only now that it is known how far it was read. */
export function withCounts(state: State, { rooms, direct }: UnreadAnswer): State {
  const shown = keyOf(state.place);
  const user = me(state);
  const counted = <S extends Stream>(before: S, count: Count): S => {
    const stream = countedByServer(before, count, user);
    const isFirst = !state.counted && keyOf(placeOf(stream)) === shown && stream.unread > 0;
    return isFirst ? { ...stream, newAfter: stream.lastRead } : stream;
  };
  const withRooms = rooms.reduce(
    (now, row) => changeRoom(now, row.room, (known) => counted(known, row)),
    state,
  );
  const withAll = direct.reduce(
    (now, row) => changeConversation(now, row.with, (known) => counted(known, row)),
    withRooms,
  );
  return { ...withAll, counted: true };
}

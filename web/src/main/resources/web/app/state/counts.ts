/** What the server has counted, put into the state. Pure. */
import type { Count, UnreadAnswer } from '../protocol/answers';
import { directKey, roomKey, type StreamKey } from '../protocol/names';
import { changeConversation, changeRoom } from './changes';
import { countedByServer, isOutdated as isBehind } from './counted';
import { keyOf, me, placeOf, type State, type Stream } from './state';
import { newsOf } from './unread';

/** The place that the page opened with gets its line "new messages" only now that it is known how far it was read. */
export function withCounts(state: State, { rooms, direct }: UnreadAnswer): State {
  const shown = keyOf(state.place);
  const user = me(state);
  const counted = <S extends Stream>(before: S, count: Count): S => {
    const stream = countedByServer(before, count, user);
    const isFirst = !state.counted && keyOf(placeOf(stream)) === shown && stream.unread > 0;
    return isFirst ? { ...stream, news: newsOf(stream) } : stream;
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

/** Whether some of it may be more than there is, for the server did not know yet what was read. */
export function isOutdated({ streams }: State, { rooms, direct }: UnreadAnswer): boolean {
  const isOf = (key: StreamKey, count: Count): boolean => {
    const stream = streams.get(key);
    return stream !== undefined && isBehind(stream, count);
  };
  return rooms.some((row) => isOf(roomKey(row.room), row)) || direct.some((row) => isOf(directKey(row.with), row));
}

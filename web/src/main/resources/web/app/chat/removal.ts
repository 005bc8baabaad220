/** What a person is told who is out of a room. Pure. */
import type { RemovedFrame, RoomFrame } from '../protocol/frames';
import { fullTime } from '../text/times';

export function removalText({ type, room, by, reason, until }: RemovedFrame): string {
  const because = reason ? ` Reason: ${reason}` : '';
  if (type === 'kicked') return `${by} removed you from ${room}.${because}`;
  const length = until ? `until ${fullTime(new Date(until))}` : 'for good';
  return `${by} banned you from ${room} ${length}.${because}`;
}

export function deletionText({ room }: RoomFrame): string {
  return `The room ${room} was deleted.`;
}

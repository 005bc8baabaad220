/** What a person is told who is out of a room. Pure. */
import type { RemovedFrame, RoomFrame } from '../protocol/frames';
import { isolated } from '../text/names';
import { fullTime } from '../text/times';

export function removalText({ type, room, by, reason, until }: RemovedFrame): string {
  const because = reason ? ` Reason: ${isolated(reason)}` : '';
  if (type === 'kicked') return `${isolated(by)} removed you from ${isolated(room)}.${because}`;
  const length = until ? `until ${fullTime(new Date(until))}` : 'for good';
  return `${isolated(by)} banned you from ${isolated(room)} ${length}.${because}`;
}

export function deletionText({ room }: RoomFrame): string {
  return `The room ${isolated(room)} was deleted.`;
}

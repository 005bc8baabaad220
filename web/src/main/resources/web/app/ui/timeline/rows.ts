/** A timeline as rows to show: days, the line before what is new, messages grouped by author. Pure. */
import { sameUser } from '../../protocol/names';
import { type Message, reachesBackTo, type Timeline, type Unsent } from '../../state/timeline';
import { sameDay } from '../../text/times';

const TOGETHER_MS = 5 * 60_000;

export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly id: string;
  /** Absent as long as it is not sent. */
  readonly position: number | undefined;
  readonly from: string;
  readonly text: string;
  readonly at: Date;
  readonly state: 'sent' | Unsent['state'];
  readonly why: string | undefined;
  /** The first of a group: it carries the author's name. */
  readonly first: boolean;
}

export type Row =
  | MessageRow
  | { readonly kind: 'day'; readonly key: string; readonly day: Date }
  | { readonly kind: 'new'; readonly key: string };

export function rowsOf(timeline: Timeline, newAfter: number | undefined, me: string): readonly Row[] {
  const rows: Row[] = [];
  let before: MessageRow | undefined;
  const newFrom = firstNew(timeline, newAfter, me);
  const add = (message: Omit<MessageRow, 'kind' | 'key' | 'first'>): void => {
    const newDay = before === undefined || !sameDay(before.at, message.at);
    const isNew = message.id === newFrom?.id;
    if (newDay) rows.push({ kind: 'day', key: `day ${message.at.toDateString()}`, day: message.at });
    if (isNew) rows.push({ kind: 'new', key: 'new' });
    const first = newDay || isNew || !follows(before, message);
    before = { ...message, kind: 'message', key: `${message.from}/${message.id}`, first };
    rows.push(before);
  };
  for (const message of timeline.messages) {
    add({ ...message, at: new Date(message.at), state: 'sent', why: undefined });
  }
  const unsent = timeline.newer.kind === 'none' ? timeline.unsent : [];
  for (const { id, text, at, state, why } of unsent) {
    add({ id, position: undefined, from: me, text, at: new Date(at), state, why });
  }
  return rows;
}

/** The message under the line; only where it is certain that the ones before it were read. */
function firstNew(timeline: Timeline, newAfter: number | undefined, me: string): Message | undefined {
  if (newAfter === undefined) return undefined;
  const first = timeline.messages.find(({ position, from }) => position > newAfter && !sameUser(from, me));
  return reachesBackTo(timeline, newAfter) ? first : undefined;
}

function follows(before: MessageRow | undefined, message: { readonly from: string; readonly at: Date }): boolean {
  if (before === undefined || !sameUser(before.from, message.from)) return false;
  return message.at.getTime() - before.at.getTime() < TOGETHER_MS;
}

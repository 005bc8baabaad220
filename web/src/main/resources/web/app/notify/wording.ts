/** What a notification says. Pure. */
import { gist, type Message } from '../state/message';
import type { Stream } from '../state/state';

export interface Wording {
  readonly title: string;
  readonly body: string;
}

const LONGEST = 160;

/** @param news at least one, the newest last */
export function wording(stream: Stream, news: readonly Message[]): Wording {
  const last = news.at(-1);
  const from = last?.from ?? '';
  const title = stream.kind === 'direct' ? from : `${from} in #${stream.name}`;
  const text = last === undefined ? '' : gist(last, LONGEST);
  return { title, body: news.length > 1 ? `${news.length} new messages. ${text}` : text };
}

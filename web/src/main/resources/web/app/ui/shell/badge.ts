import type { State } from '../../state/state';
import { mentionsOf, unreadOf } from '../../state/unread';

const PLAIN = '/favicon.svg';
const MARKED = '/favicon-marked.svg';

/** What is new and meant for this person: private messages and mentions. Pure. */
export function meantForMe(state: State): number {
  let total = 0;
  for (const stream of state.streams.values()) {
    total += stream.kind === 'direct' ? unreadOf(state, stream) : mentionsOf(state, stream);
  }
  return total;
}

/** Shows it at the icon of the page, and at that of the app where the page is installed. */
export function showBadge(count: number): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  const address = count > 0 ? MARKED : PLAIN;
  if (link !== null && link.getAttribute('href') !== address) link.href = address;
  if ('setAppBadge' in navigator) void navigator.setAppBadge(count).catch(() => undefined);
}

/** Places as parts of the address of the page. Pure. */
import type { Place } from '../state/state';

export function addressOf(place: Place): string {
  return place.kind === 'room'
    ? `#/room/${encodeURIComponent(place.room)}`
    : `#/private/${encodeURIComponent(place.user)}`;
}

export function placeAt(address: string): Place | undefined {
  const [, kind, name] = /^#\/(room|private)\/(.+)$/.exec(address) ?? [];
  if (name === undefined) return undefined;
  try {
    const decoded = decodeURIComponent(name);
    return kind === 'room' ? { kind: 'room', room: decoded } : { kind: 'direct', user: decoded };
  } catch {
    return undefined;
  }
}

/** Places as parts of the address of the page. Pure. */
import type { MessageRef } from '../protocol/content';
import type { Target } from '../protocol/frames';
import type { Place, Stream } from '../state/state';

/** A place, and maybe a message in it. */
export interface Address {
  readonly place: Place;
  readonly message?: MessageRef;
}

export function addressOf(place: Place): string {
  return place.kind === 'room'
    ? `#/room/${encodeURIComponent(place.room)}`
    : `#/private/${encodeURIComponent(place.user)}`;
}

export function messageAddressOf(place: Place, { author, id }: MessageRef): string {
  return `${addressOf(place)}/${encodeURIComponent(author)}/${encodeURIComponent(id)}`;
}

export function placeAt(address: string): Address | undefined {
  const [, kind, ...parts] = /^#\/(room|private)\/([^/]+)(?:\/([^/]+)\/([^/]+))?$/.exec(address) ?? [];
  try {
    const [name, author, id] = parts.map((part) => (part === undefined ? undefined : decodeURIComponent(part)));
    if (name === undefined) return undefined;
    const place: Place = kind === 'room' ? { kind: 'room', room: name } : { kind: 'direct', user: name };
    return author !== undefined && id !== undefined ? { place, message: { author, id } } : { place };
  } catch {
    return undefined;
  }
}

/** The stream as commands name it. */
export function targetOf(stream: Stream): Target {
  return stream.kind === 'room' ? { room: stream.name } : { to: stream.with };
}

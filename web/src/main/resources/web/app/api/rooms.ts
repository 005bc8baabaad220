import type { Ban, BanPage, Member, MemberPage, RoomPage, RoomRow } from '../protocol/answers';
import { allPages, type Http, withQuery } from './http';

export interface NewRoom {
  readonly name: string;
  readonly password?: string;
  readonly topic?: string;
}

/** What of a room changes; a password of null takes it away. */
export interface RoomChange {
  readonly topic?: string;
  readonly password?: string | null;
}

export class RoomsApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  find(q: string, cursor?: string): Promise<RoomPage> {
    return this.#http.get(withQuery('/api/rooms', { q: q || undefined, cursor, limit: 30 }));
  }

  mine(): Promise<readonly RoomRow[]> {
    return allPages(
      (cursor): Promise<RoomPage> => this.#http.get(withQuery('/api/rooms', { joined: true, limit: 200, cursor })),
      (page) => page.rooms,
    );
  }

  one(room: string): Promise<RoomRow> {
    return this.#http.get(pathOf(room));
  }

  create(room: NewRoom): Promise<RoomRow> {
    return this.#http.post('/api/rooms', room);
  }

  change(room: string, change: RoomChange): Promise<void> {
    return this.#http.patch(pathOf(room), change);
  }

  delete(room: string): Promise<void> {
    return this.#http.delete(pathOf(room));
  }

  leave(room: string): Promise<void> {
    return this.#http.delete(`${pathOf(room)}/members/me`);
  }

  /** All who moderate, however many members there are. */
  moderators(room: string): Promise<readonly Member[]> {
    return allPages(
      (cursor): Promise<MemberPage> =>
        this.#http.get(withQuery(`${pathOf(room)}/members`, { moderators: true, limit: 200, cursor })),
      (page) => page.members,
    );
  }

  /** Members who are in the room now. */
  online(room: string, cursor?: string): Promise<MemberPage> {
    return this.#http.get(withQuery(`${pathOf(room)}/members`, { online: true, limit: 200, cursor }));
  }

  kick(room: string, user: string, reason: string): Promise<void> {
    return this.#http.delete(withQuery(`${pathOf(room)}/members/${encodeURIComponent(user)}`, { reason }));
  }

  ban(room: string, user: string, reason: string, until: string | undefined): Promise<void> {
    return this.#http.put(`${pathOf(room)}/bans/${encodeURIComponent(user)}`, { reason, ...(until && { until }) });
  }

  unban(room: string, user: string): Promise<void> {
    return this.#http.delete(`${pathOf(room)}/bans/${encodeURIComponent(user)}`);
  }

  bans(room: string): Promise<readonly Ban[]> {
    return allPages(
      (cursor): Promise<BanPage> => this.#http.get(withQuery(`${pathOf(room)}/bans`, { limit: 200, cursor })),
      (page) => page.bans,
    );
  }

  makeModerator(room: string, user: string): Promise<void> {
    return this.#http.put(`${pathOf(room)}/moderators/${encodeURIComponent(user)}`, {});
  }

  dismissModerator(room: string, user: string): Promise<void> {
    return this.#http.delete(`${pathOf(room)}/moderators/${encodeURIComponent(user)}`);
  }
}

function pathOf(room: string): string {
  return `/api/rooms/${encodeURIComponent(room)}`;
}

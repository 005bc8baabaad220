import type { Ban, MemberPage, RoomPage, RoomRow } from '../protocol/answers';
import { type Http, withQuery } from './http';

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

  async mine(): Promise<readonly RoomRow[]> {
    const rows: RoomRow[] = [];
    let cursor: string | undefined;
    do {
      const page: RoomPage = await this.#http.get(withQuery('/api/rooms', { joined: true, limit: 200, cursor }));
      rows.push(...page.rooms);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return rows;
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

  members(room: string, cursor?: string): Promise<MemberPage> {
    return this.#http.get(withQuery(`${pathOf(room)}/members`, { limit: 200, cursor }));
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

  bans(room: string): Promise<{ readonly bans: readonly Ban[] }> {
    return this.#http.get(`${pathOf(room)}/bans?limit=200`);
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

import type { ConversationPage, ConversationRow, HistoryPage, UnreadAnswer } from '../protocol/answers';
import { allPages, type Http, withQuery } from './http';

/** Which page of a history: the one before a cursor or position, after it, or around it; the newest if none. */
export interface Span {
  readonly before?: string | number | undefined;
  readonly after?: string | number | undefined;
  readonly around?: string | number | undefined;
}

export const PAGE = 50;

export class MessagesApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** The ticket proves membership where the service has not heard of it yet. */
  ofRoom(room: string, span: Span, ticket?: string): Promise<HistoryPage> {
    return this.#http.get(withQuery(`${roomPath(room)}/messages`, { ...span, limit: PAGE }), ticket);
  }

  withPerson(user: string, span: Span): Promise<HistoryPage> {
    return this.#http.get(withQuery(`${directPath(user)}/messages`, { ...span, limit: PAGE }));
  }

  conversations(): Promise<readonly ConversationRow[]> {
    return allPages(
      (cursor): Promise<ConversationPage> => this.#http.get(withQuery('/api/direct', { limit: 200, cursor })),
      (page) => page.conversations,
    );
  }

  unread(): Promise<UnreadAnswer> {
    return this.#http.get('/api/unread');
  }

  readRoom(room: string, position: number): Promise<void> {
    return this.#http.put(`${roomPath(room)}/read`, { position });
  }

  readDirect(user: string, position: number): Promise<void> {
    return this.#http.put(`${directPath(user)}/read`, { position });
  }
}

function roomPath(room: string): string {
  return `/api/rooms/${encodeURIComponent(room)}`;
}

function directPath(user: string): string {
  return `/api/direct/${encodeURIComponent(user)}`;
}

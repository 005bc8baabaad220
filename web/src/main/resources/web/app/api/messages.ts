import type {
  ConversationPage,
  ConversationRow,
  HistoryMessage,
  HistoryPage,
  Pins,
  SeenBy,
  UnreadAnswer,
} from '../protocol/answers';
import type { MessageRef } from '../protocol/content';
import type { Target } from '../protocol/frames';
import { allPages, type Http, withQuery } from './http';

/** Which page of a history: the one before a cursor or position, after it, or around it; the newest if none. */
export interface Span {
  readonly before?: string | number | undefined;
  readonly after?: string | number | undefined;
  readonly around?: string | number | undefined;
}

export const PAGE = 50;

/** What is read of rooms and conversations. The ticket of a room proves membership where the service has not heard of it. */
export class MessagesApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  page(target: Target, span: Span, ticket?: string): Promise<HistoryPage> {
    return this.#http.get(withQuery(messagesOf(target), { ...span, limit: PAGE }), ticket);
  }

  /** A page of the answers in a thread, its root before them. */
  thread(target: Target, root: MessageRef, span: Span, ticket?: string): Promise<HistoryPage> {
    const thread = `${root.author}/${root.id}`;
    return this.#http.get(withQuery(messagesOf(target), { thread, ...span, limit: PAGE }), ticket);
  }

  one(target: Target, message: MessageRef, ticket?: string): Promise<HistoryMessage> {
    return this.#http.get(messageOf(target, message), ticket);
  }

  seenBy(target: Target, message: MessageRef, ticket?: string): Promise<SeenBy> {
    return this.#http.get(`${messageOf(target, message)}/seen`, ticket);
  }

  pins(target: Target, ticket?: string): Promise<Pins> {
    return this.#http.get(`${pathOf(target)}/pins`, ticket);
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

  read(target: Target, position: number): Promise<void> {
    return this.#http.put(`${pathOf(target)}/read`, { position });
  }
}

function pathOf(target: Target): string {
  return 'room' in target
    ? `/api/rooms/${encodeURIComponent(target.room)}`
    : `/api/direct/${encodeURIComponent(target.to)}`;
}

function messagesOf(target: Target): string {
  return `${pathOf(target)}/messages`;
}

function messageOf(target: Target, { author, id }: MessageRef): string {
  return `${messagesOf(target)}/${encodeURIComponent(author)}/${encodeURIComponent(id)}`;
}

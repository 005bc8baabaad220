import type { Tickets } from '../device/tickets';
import type { HistoryMessage, SeenBy } from '../protocol/answers';
import type { MessageRef } from '../protocol/content';
import type { StreamKey } from '../protocol/names';
import { Problem, problemOf, sentence } from '../protocol/problem';
import { changeStream } from '../state/changes';
import { isAt, type Message, ofHistory } from '../state/message';
import { withNotice } from '../state/notices';
import type { Stream } from '../state/state';
import type { Context } from './context';
import type { History } from './history';
import { targetOf } from './place';

/** Looks for single messages: by their address, pinned ones, and who has seen one. */
export class Looking {
  readonly #context: Context;
  readonly #tickets: Tickets;
  readonly #history: History;

  constructor(context: Context, tickets: Tickets, history: History) {
    this.#context = context;
    this.#tickets = tickets;
    this.#history = history;
  }

  /** Shows the message in its place, fetched if it is not here; says so if it can't be had. */
  async find(key: StreamKey, ref: MessageRef): Promise<void> {
    try {
      if (!this.#isHere(key, ref)) await this.#history.around(key, (await this.one(key, ref)).position);
      const sought = { kind: 'message', message: ref } as const;
      this.#context.store.update((state) => changeStream(state, key, (stream) => ({ ...stream, sought })));
    } catch (error) {
      const problem = problemOf(error);
      const why = problem.code === 'not_found' ? 'That message is not here, or not any more.' : sentence(problem);
      this.#context.store.update((state) => withNotice(state, why, { tone: 'warning' }));
    }
  }

  one(key: StreamKey, ref: MessageRef): Promise<HistoryMessage> {
    return this.#ask(key, (stream, ticket) => this.#context.api.messages.one(targetOf(stream), ref, ticket));
  }

  seenBy(key: StreamKey, ref: MessageRef): Promise<SeenBy> {
    return this.#ask(key, (stream, ticket) => this.#context.api.messages.seenBy(targetOf(stream), ref, ticket));
  }

  async pins(key: StreamKey): Promise<readonly Message[]> {
    const { messages } = await this.#ask(key, (stream, ticket) =>
      this.#context.api.messages.pins(targetOf(stream), ticket),
    );
    return messages.map(ofHistory);
  }

  #isHere(key: StreamKey, ref: MessageRef): boolean {
    const messages = this.#context.store.state.streams.get(key)?.timeline.messages ?? [];
    return messages.some((message) => isAt(message, ref));
  }

  #ask<T>(key: StreamKey, ask: (stream: Stream, ticket: string | undefined) => Promise<T>): Promise<T> {
    const stream = this.#context.store.state.streams.get(key);
    return stream === undefined ? Promise.reject(Problem.unreachable()) : ask(stream, this.#tickets.of(key));
  }
}

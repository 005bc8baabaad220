import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Problem, problemOf, sentence } from '../../protocol/problem';

/** Something that a component asks of the server: whether it runs, and what went wrong with it last. */
export class Task implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  running = false;
  problem: Problem | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.problem = undefined;
  }

  /** The sentence to show, if it went wrong. */
  get error(): string | undefined {
    return this.problem && sentence(this.problem);
  }

  /** The sentence to show under that field. */
  errorOf(field: string): string | undefined {
    return this.problem?.field === field ? this.error : undefined;
  }

  forget(): void {
    this.problem = undefined;
    this.#host.requestUpdate();
  }

  /** Runs one at a time; true if it went well. */
  async run(act: () => Promise<unknown>): Promise<boolean> {
    if (this.running) return false;
    this.running = true;
    this.problem = undefined;
    this.#host.requestUpdate();
    try {
      await act();
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.running = false;
    this.#host.requestUpdate();
    return this.problem === undefined;
  }
}

import type { Answer } from '../protocol/frames';
import { Problem } from '../protocol/problem';

interface Waiting {
  readonly resolve: (answer: object) => void;
  readonly reject: (problem: Problem) => void;
  readonly timer: number;
}

const ANSWER_TIMEOUT_MS = 15_000;

/** The commands that wait for their answer, by `ref`. */
export class Requests {
  #last = 0;
  readonly #waiting = new Map<string, Waiting>();

  /** @param silent called when the answer does not come in time */
  expect<T extends object>(silent: () => void): { readonly ref: string; readonly answer: Promise<T> } {
    const ref = String(++this.#last);
    const answer = new Promise<T>((resolve, reject) => {
      const timer = window.setTimeout(silent, ANSWER_TIMEOUT_MS);
      this.#waiting.set(ref, { resolve: (value) => resolve(value as T), reject, timer });
    });
    return { ref, answer };
  }

  settle(answer: Answer): void {
    const waiting = this.#take(answer.ref);
    if (waiting === undefined) return;
    if (answer.type === 'error') waiting.reject(Problem.of(answer));
    else waiting.resolve(answer);
  }

  failAll(problem: Problem): void {
    for (const ref of [...this.#waiting.keys()]) this.#take(ref)?.reject(problem);
  }

  #take(ref: string | undefined): Waiting | undefined {
    if (ref === undefined) return undefined;
    const waiting = this.#waiting.get(ref);
    this.#waiting.delete(ref);
    window.clearTimeout(waiting?.timer);
    return waiting;
  }
}

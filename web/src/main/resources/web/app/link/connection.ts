import { type Answers, type AnswerTo, type Command, isAnswer, parseFrame, type ServerFrame } from '../protocol/frames';
import { Problem } from '../protocol/problem';
import type { Link } from '../state/state';
import { Heartbeat } from './heartbeat';
import { Requests } from './requests';
import { afterClose } from './retry';

/** What the owner of a connection is told and asked. */
export interface ConnectionOwner {
  /**
   * Asked before each try: whether this person is still signed in, as far as can be known.
   *
   * @param doubt the last try was turned away, so the server must be asked
   */
  admitted(doubt: boolean): Promise<boolean>;
  onLink(link: Link): void;
  onFrame(frame: ServerFrame): void;
  /** The session has ended; the connection will not come back by itself. */
  onSignedOut(): void;
}

/** A connection that has lasted this long starts counting its failures anew. */
const STABLE_MS = 5_000;
const WELCOME_TIMEOUT_MS = 10_000;
const NORMAL = 1000;
/** Close codes of this side's own making: the server fell silent. */
const NO_ANSWER = 4000;

/** The one WebSocket of the page, which comes back by itself until it is closed. */
export class Connection {
  readonly #owner: ConnectionOwner;
  readonly #requests = new Requests();
  readonly #heartbeat = new Heartbeat(
    () => void this.request({ type: 'ping' }).catch(() => undefined),
    () => this.#onClose(NO_ANSWER),
  );
  #socket: WebSocket | undefined;
  #live = false;
  #failures = 0;
  #openedAt = 0;
  #timer = 0;
  #closed = true;
  #connecting = false;
  #waiting: { readonly go: () => void; readonly fail: (problem: Problem) => void }[] = [];

  constructor(owner: ConnectionOwner) {
    this.#owner = owner;
  }

  open(): void {
    this.#closed = false;
    this.#failures = 0;
    this.#owner.onLink({ kind: 'connecting' });
    void this.#connect();
  }

  close(): void {
    this.#closed = true;
    window.clearTimeout(this.#timer);
    this.#drop();
    this.#settle(Problem.unreachable());
  }

  get live(): boolean {
    return this.#live;
  }

  /** Tries at once instead of waiting, if it is waiting; makes sure of the connection if there is one. */
  hurry(): void {
    if (this.#closed) return;
    if (this.#live) this.#heartbeat.doubt();
    else if (this.#socket === undefined) void this.#connect();
  }

  /** Makes sure of the connection, if there is one. */
  doubt(): void {
    this.#heartbeat.doubt();
  }

  /** Done at once, or when the connection that is being made has been; fails with `unreachable` if there is none to be. */
  whenLive(): Promise<void> {
    if (this.#live) return Promise.resolve();
    if (!this.#connecting) return Promise.reject(Problem.unreachable());
    return new Promise((go, fail) => this.#waiting.push({ go, fail }));
  }

  /** The answer to a command; fails with a `Problem`, `unreachable` if the connection is lost before it. */
  request<C extends Command & { type: keyof Answers }>(command: C): Promise<AnswerTo<C>> {
    const socket = this.#socket;
    if (socket === undefined || !this.#live) return Promise.reject(Problem.unreachable());
    const { ref, answer } = this.#requests.expect<AnswerTo<C>>(
      () => this.#socket === socket && this.#onClose(NO_ANSWER),
    );
    socket.send(JSON.stringify({ ...command, ref }));
    return answer;
  }

  /** A command that nobody waits for. */
  tell(command: Command): void {
    if (this.#live) this.#socket?.send(JSON.stringify(command));
  }

  async #connect(): Promise<void> {
    window.clearTimeout(this.#timer);
    this.#connecting = true;
    const admitted = await this.#owner.admitted(this.#failures > 0);
    if (this.#closed || this.#socket !== undefined) return;
    if (!admitted) return this.#settle(Problem.unreachable());
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`);
    this.#socket = socket;
    this.#timer = window.setTimeout(() => this.#onClose(NO_ANSWER), WELCOME_TIMEOUT_MS);
    socket.onmessage = ({ data }) => this.#socket === socket && this.#onText(String(data));
    socket.onclose = ({ code }) => this.#socket === socket && this.#onClose(code);
  }

  #onText(text: string): void {
    this.#heartbeat.heard();
    const frame = parseFrame(text);
    if (frame === undefined) return;
    if (isAnswer(frame)) return this.#requests.settle(frame);
    if (frame.type === 'moving') return this.#onMoving(frame.after);
    if (frame.type === 'welcome') this.#onWelcome();
    this.#owner.onFrame(frame);
  }

  #onWelcome(): void {
    window.clearTimeout(this.#timer);
    this.#live = true;
    this.#settle();
    this.#openedAt = performance.now();
    this.#heartbeat.start();
    this.#owner.onLink({ kind: 'live' });
  }

  /** This replica is about to go: come back to another, when it asks for it. */
  #onMoving(after: number): void {
    const leaving = this.#socket;
    window.setTimeout(() => {
      if (this.#closed || this.#socket !== leaving) return;
      this.#drop(NORMAL);
      this.#owner.onLink({ kind: 'connecting' });
      void this.#connect();
    }, after);
  }

  #onClose(code: number): void {
    const lasted = this.#live && performance.now() - this.#openedAt > STABLE_MS;
    if (lasted) this.#failures = 0;
    window.clearTimeout(this.#timer);
    this.#drop();
    this.#settle(Problem.unreachable());
    const next = afterClose(code, this.#failures, Math.random());
    if (next.kind === 'signedOut') return this.#owner.onSignedOut();
    if (next.kind === 'stopped') return this.#owner.onLink(next);
    this.#failures += 1;
    this.#owner.onLink({ kind: 'waiting', retryAt: Date.now() + next.delay });
    this.#timer = window.setTimeout(() => void this.#connect(), next.delay);
  }

  /** The connection is made, or is not. */
  #settle(problem?: Problem): void {
    this.#connecting = false;
    for (const { go, fail } of this.#waiting.splice(0)) problem === undefined ? go() : fail(problem);
  }

  #drop(code?: number): void {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#live = false;
    this.#heartbeat.stop();
    socket?.close(code ?? NORMAL);
    this.#requests.failAll(Problem.unreachable());
  }
}

import { Renewal } from './account/renewal';
import { SignIn } from './account/sign-in';
import { AuthApi } from './api/auth';
import { Http } from './api/http';
import { MediaApi } from './api/media';
import { MessagesApi } from './api/messages';
import { PeopleApi } from './api/people';
import { RoomsApi } from './api/rooms';
import { SearchApi } from './api/search';
import { Chat } from './chat/chat';
import type { Api } from './chat/context';
import { Connection } from './link/connection';
import { Problem } from './protocol/problem';
import type { Session } from './protocol/answers';
import { Store } from './state/store';

/** The parts of the app, put together. */
export class App {
  readonly store = new Store();
  readonly api: Api;
  readonly signIn: SignIn;
  readonly #renewal: Renewal;
  #chat: Chat | undefined;

  readonly connection = new Connection({
    admitted: (doubt) => this.#admitted(doubt),
    onLink: (link) => {
      if (link.kind !== 'live') this.#chat?.onLost();
      this.store.update((state) => ({ ...state, link }));
    },
    onFrame: (frame) => this.#chat?.onFrame(frame),
    onSignedOut: () => this.signIn.ended(),
  });

  constructor() {
    const http = new Http(
      () => this.signIn.isCurrent,
      () => this.#recovered(),
    );
    this.api = {
      auth: new AuthApi(http),
      rooms: new RoomsApi(http),
      messages: new MessagesApi(http),
      media: new MediaApi(http),
      people: new PeopleApi(http),
      search: new SearchApi(http),
    };
    this.#renewal = new Renewal(this.api.auth, () => this.signIn.ended());
    this.signIn = new SignIn(this.api.auth, this.#renewal, this.store, {
      entered: (session) => this.#enter(session),
      left: () => this.#leave(),
    });
  }

  /** The chat of whoever is signed in. */
  get chat(): Chat {
    if (this.#chat === undefined) throw new Error('nobody is signed in');
    return this.#chat;
  }

  start(): void {
    window.addEventListener('online', () => this.connection.hurry());
    window.addEventListener('offline', () => this.connection.doubt());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && this.signIn.isCurrent) this.connection.hurry();
    });
    void this.signIn.resume();
  }

  #enter(session: Session): void {
    const { store, api, connection } = this;
    this.#chat = new Chat({ store, api, connection, me: session.username });
    this.#chat.start(session);
  }

  #leave(): void {
    this.#chat?.stop();
    this.#chat = undefined;
  }

  /** Goes on without an answer when nobody can be asked: the token may well be good. */
  async #admitted(doubt: boolean): Promise<boolean> {
    if (!this.#renewal.fresh && (await this.#renewal.renew()) === 'ended') return false;
    if (!doubt) return true;
    await this.api.auth.session().catch(() => undefined);
    return this.store.state.account.kind === 'in';
  }

  async #recovered(): Promise<boolean> {
    const renewed = await this.#renewal.renew();
    if (renewed === 'unknown') throw Problem.unreachable();
    return renewed === 'renewed';
  }
}

export const app = new App();

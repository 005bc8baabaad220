import type { AuthApi } from '../api/auth';
import type { MediaApi } from '../api/media';
import type { MessagesApi } from '../api/messages';
import type { PeopleApi } from '../api/people';
import type { RoomsApi } from '../api/rooms';
import type { SearchApi } from '../api/search';
import type { Connection } from '../link/connection';
import type { Store } from '../state/store';

export interface Api {
  readonly auth: AuthApi;
  readonly rooms: RoomsApi;
  readonly messages: MessagesApi;
  readonly media: MediaApi;
  readonly people: PeopleApi;
  readonly search: SearchApi;
}

/** What the parts of a signed-in person's chat work with. */
export interface Context {
  readonly store: Store;
  readonly api: Api;
  readonly connection: Connection;
  readonly me: string;
}

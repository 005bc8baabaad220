import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { type Drawer, keyOf, placeOf, type State, type Stream } from '../../state/state';
import { inOrder } from '../../state/order';
import { totalUnread, unreadOf } from '../../state/unread';
import { hereOf } from '../../text/found';
import { isolated } from '../../text/names';
import { go, openDialog, showDrawer } from '../common/actions';
import { focused } from '../common/focus';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';
import '../dialogs/dialogs';
import '../people/people-list';
import '../room/place-view';
import type { PlaceView } from '../room/place-view';
import '../sidebar/sidebar';
import '../thread/thread-pane';
import './announcer';
import './link-status';
import './notices';
import { shellStyles } from './shell.styles';
import { meantForMe, showBadge } from './badge';
import { Shortcuts } from './shortcuts';

/** The frame of the chat: rooms on one side, people on the other, what is said between them. */
export class Shell extends LitElement {
  static override readonly styles = [shared, shellStyles];

  readonly #drawer = new Watch(this, (state) => state.drawer);
  readonly #withPeople = new Watch(this, hasPeople);
  readonly #hasThread = new Watch(this, (state) => state.thread !== undefined);
  readonly #title = new Watch(this, titleOf);
  readonly #meantForMe = new Watch(this, meantForMe);
  readonly #shortcuts = new Shortcuts({
    switcher: () => openDialog({ kind: 'switcher' }),
    maySearch: () => app.store.state.dialog?.kind !== 'search',
    search: () => openDialog({ kind: 'search', query: `${hereOf(app.store.state.place)} ` }),
    help: () => openDialog({ kind: 'shortcuts' }),
    step: (by) => step(by),
    stepUnread: (by) => step(by, (stream) => unreadOf(app.store.state, stream) > 0),
    stepRegion: (by) => this.#stepRegion(by),
    mayEscape: () => app.store.state.dialog === undefined,
    escape: (everything) => this.#onEscape(everything),
  });
  #open: Drawer = 'none';
  #opener: HTMLElement | undefined;
  readonly #wide = matchMedia('(min-width: 1000px)');
  /** So narrow that a thread covers everything else. */
  readonly #phone = matchMedia('(max-width: 759px)');
  readonly #onWide = () => showDrawer('none');
  readonly #onPhone = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#shortcuts.listen();
    this.#wide.addEventListener('change', this.#onWide);
    this.#phone.addEventListener('change', this.#onPhone);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#shortcuts.stop();
    this.#wide.removeEventListener('change', this.#onWide);
    this.#phone.removeEventListener('change', this.#onPhone);
  }

  protected override willUpdate(): void {
    if (this.#open === 'none' && this.#drawer.value !== 'none') this.#opener = focused();
  }

  protected override updated(): void {
    document.title = this.#title.value;
    showBadge(this.#meantForMe.value);
    this.#followDrawer(this.#drawer.value);
  }

  /** One thing at a time: what is open closes first. */
  #onEscape(everything: boolean): void {
    if (this.#drawer.value !== 'none') showDrawer('none');
    else if (everything) app.chat.reading.markAllRead();
    else app.chat.reading.markRead(keyOf(app.store.state.place));
  }

  /** Past the lists, for those who come by keyboard. */
  #skip(): void {
    this.renderRoot.querySelector<HTMLElement>('confab-place')?.focus();
  }

  #stepRegion(by: 1 | -1): void {
    const regions = this.#regions;
    const at = regions.findIndex((region) => region.matches(':focus-within'));
    const next = at < 0 ? (by > 0 ? 0 : -1) : (at + by) % regions.length;
    regions.at(next)?.focus();
  }

  /** Those that can be seen, in their order. */
  get #regions(): readonly HTMLElement[] {
    const place = this.renderRoot.querySelector<PlaceView>('confab-place');
    const [sidebar, thread] = ['confab-sidebar', 'confab-thread'].map((name) => this.renderRoot.querySelector<HTMLElement>(name));
    return [sidebar, ...(place?.regions ?? []), thread]
      .filter((region) => region !== null && region !== undefined)
      .filter((region) => region.checkVisibility({ visibilityProperty: true }) && region.closest('[inert]') === null);
  }

  /** The focus goes into a drawer that opens, and back from one that closes. */
  #followDrawer(drawer: Drawer): void {
    if (drawer === this.#open) return;
    this.#open = drawer;
    if (drawer === 'none') this.#opener?.focus();
    else this.renderRoot.querySelector<HTMLElement>('.side.open')?.focus();
  }

  protected override render() {
    const drawer = this.#drawer.value;
    const hasThread = this.#hasThread.value;
    const withPeople = this.#withPeople.value && !hasThread;
    return html`<button class="skip" type="button" data-testid="skip" @click=${this.#skip}>To the messages</button>
      <div class="shell ${withPeople ? 'with-people' : ''} ${hasThread ? 'with-thread' : ''}">
        <nav
          tabindex="-1"
          class="side ${drawer === 'sidebar' ? 'open' : ''}"
          aria-label="Rooms and private conversations"
        >
          <confab-sidebar></confab-sidebar>
        </nav>
        <main ?inert=${drawer !== 'none' || (hasThread && this.#phone.matches)}>
          <confab-link-status></confab-link-status>
          <confab-notices></confab-notices>
          <confab-place></confab-place>
        </main>
        ${
          withPeople
            ? html`<aside tabindex="-1" class="side people ${drawer === 'people' ? 'open' : ''}" aria-label="People">
                <confab-people></confab-people>
              </aside>`
            : nothing
        }
        ${hasThread ? html`<aside class="thread" aria-label="Thread" data-testid="thread-pane"><confab-thread></confab-thread></aside>` : nothing}
        <button
          class="veil"
          tabindex="-1"
          aria-label="Close"
          ?hidden=${drawer === 'none'}
          @click=${() => showDrawer('none')}
        ></button>
      </div>
      <confab-announcer></confab-announcer>
      <confab-dialogs></confab-dialogs>`;
  }
}

/** Whether the place shown is a room that one is in. */
function hasPeople({ streams, place }: State): boolean {
  const stream = streams.get(keyOf(place));
  return stream?.kind === 'room' && (stream.access.kind === 'in' || stream.access.kind === 'joining');
}

function titleOf(state: State): string {
  const unread = totalUnread(state);
  const name = isolated(state.place.kind === 'room' ? state.place.room : state.place.user);
  return `${unread > 0 ? `(${unread}) ` : ''}${name} · Confab`;
}

/** To the next or previous place in the list that is wanted. */
function step(by: 1 | -1, isWanted: (stream: Stream) => boolean = () => true): void {
  const { streams, place } = app.store.state;
  const list = inOrder(streams);
  const at = list.findIndex((stream) => keyOf(placeOf(stream)) === keyOf(place));
  const others = by > 0 ? [...list.slice(at + 1), ...list.slice(0, at + 1)] : [...list.slice(at), ...list.slice(0, at)].reverse();
  const next = others.find(isWanted);
  if (next !== undefined) go(placeOf(next));
}

customElements.define('confab-shell', Shell);

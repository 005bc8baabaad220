import { css, html, LitElement, nothing } from 'lit';
import { notificationsOffered } from '../../device/preference';
import { permission } from '../../notify/desktop';
import type { State } from '../../state/state';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';
import { WatchPreferences } from '../common/watch-preferences';
import { switchNotifications } from '../dialogs/notifications';

/** Offers notifications, once, to somebody who has something to be told of. */
export class NotifyOffer extends LitElement {
  static override readonly styles = [
    shared,
    css`
      section {
        display: grid;
        gap: 8px;
        margin: 8px 10px;
        padding: 10px 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        font-size: 14px;
      }

      .actions {
        display: flex;
        gap: 8px;
      }
    `,
  ];

  readonly #concerned = new Watch(this, isConcerned);

  constructor() {
    super();
    new WatchPreferences(this, notificationsOffered);
  }

  protected override render() {
    if (!this.#concerned.value || notificationsOffered.isOn || permission() !== 'default') return nothing;
    return html`<section aria-label="Notifications" data-testid="notify-offer">
      <p>Be told when somebody writes to you or names you while you look at something else?</p>
      <div class="actions">
        <button class="button primary" data-testid="notify-yes" @click=${() => void switchNotifications(true)}>Turn on</button>
        <button class="button" data-testid="notify-no" @click=${() => void switchNotifications(false)}>Not now</button>
      </div>
    </section>`;
  }
}

/** Somebody talks with them alone, or has named them. */
function isConcerned({ streams }: State): boolean {
  return [...streams.values()].some((stream) => stream.mentions > 0 || (stream.kind === 'direct' && stream.latest > 0));
}

customElements.define('confab-notify-offer', NotifyOffer);

import { css, html, LitElement } from 'lit';
import { app } from '../../app';
import { me } from '../../state/state';
import { isolated } from '../../text/names';
import { openDialog } from '../common/actions';
import { avatar, avatarStyles } from '../common/avatar';
import { icon } from '../common/icons';
import '../common/menu';
import { shared } from '../common/shared';
import '../common/theme-toggle';
import { Watch } from '../common/watch';

/** Who is signed in here, and what belongs to them. */
export class AccountBar extends LitElement {
  static override readonly styles = [
    shared,
    avatarStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 8px 10px max(8px, env(safe-area-inset-bottom));
        border-block-start: 1px solid var(--line);
      }

      confab-menu {
        flex: 1;
        min-inline-size: 0;
      }

      .me {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 5px 8px;
        border-radius: var(--radius-small);
        font-weight: 600;
      }

      .me:hover {
        background: var(--hover);
      }

      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  readonly #me = new Watch(this, me);

  protected override render() {
    const user = this.#me.value;
    return html`<confab-menu label="Account: ${isolated(user)}" testid="account-menu">
        <span slot="button" class="me">${avatar(user, 'small')}<span class="name"><bdi>${user}</bdi></span></span>
        <button role="menuitem" @click=${() => openDialog({ kind: 'profile' })}>${icon('person')}Display name</button>
        <button role="menuitem" @click=${() => openDialog({ kind: 'password' })}>${icon('key')}Change password</button>
        <button role="menuitem" @click=${() => openDialog({ kind: 'devices' })}>${icon('devices')}Devices</button>
        <button role="menuitem" data-testid="notifications" @click=${() => openDialog({ kind: 'notifications' })}>
          ${icon('bell')}Notifications
        </button>
        <button role="menuitem" @click=${() => openDialog({ kind: 'shortcuts' })}>
          ${icon('keyboard')}Keyboard shortcuts
        </button>
        <button role="menuitem" data-testid="sign-out" @click=${() => void app.signIn.signOut()}>
          ${icon('exit')}Sign out
        </button>
      </confab-menu>
      <confab-theme-toggle></confab-theme-toggle>`;
  }
}

customElements.define('confab-account-bar', AccountBar);

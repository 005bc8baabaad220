import { css, html, LitElement, nothing } from 'lit';
import { notifications, notificationSound, notificationsOffered, type Preference } from '../../device/preference';
import { askPermission, mayNotify, type Permission, permission } from '../../notify/desktop';
import { closeDialog } from '../common/actions';
import { formStyles } from '../common/form.styles';
import '../common/modal';
import { shared } from '../common/shared';
import { WatchPreferences } from '../common/watch-preferences';

/** Whether this browser tells of what concerns the person while they look at something else. */
export class Notifications extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    css`
      .choice {
        display: flex;
        gap: 12px;
        align-items: center;
        min-block-size: 44px;
        font-size: 15px;
        font-weight: 400;
      }

      .choice input {
        inline-size: 20px;
        min-block-size: 20px;
        accent-color: var(--accent);
      }
    `,
  ];

  constructor() {
    super();
    new WatchPreferences(this, notifications, notificationSound);
  }

  protected override render() {
    const allowed = permission();
    const isOn = mayNotify();
    return html`<confab-modal heading="Notifications">
      <form @submit=${(event: SubmitEvent) => event.preventDefault()}>
        <p class="muted">
          You are told of private messages, of messages that name you or answer you, and of threads in which you write, when you
          have not read them after six seconds. This page has to be open for it, in the background too.
        </p>
        ${choice('notifications-on', 'Notify me on this device', isOn, allowed === 'absent', () => void this.#toggle())}
        ${choice('notifications-sound', 'With a sound', notificationSound.isOn, !isOn, () => notificationSound.toggle())}
        ${hint(allowed)}
        <div class="actions">
          <button class="button primary" type="button" @click=${closeDialog}>Done</button>
        </div>
      </form>
    </confab-modal>`;
  }

  async #toggle(): Promise<void> {
    await switchNotifications(!mayNotify());
    this.requestUpdate();
  }
}

/** Switches them on, if the browser lets the page, or off; the question has been asked then. */
export async function switchNotifications(on: boolean): Promise<void> {
  const granted = on && (await askPermission()) === 'granted';
  set(notifications, granted);
  set(notificationsOffered, true);
}

function set(preference: Preference, on: boolean): void {
  if (preference.isOn !== on) preference.toggle();
}

function choice(id: string, label: string, checked: boolean, disabled: boolean, onChange: () => void) {
  return html`<label class="choice"
    ><input type="checkbox" data-testid=${id} .checked=${checked} ?disabled=${disabled} @change=${onChange} />${label}</label
  >`;
}

function hint(allowed: Permission) {
  switch (allowed) {
    case 'denied':
      return html`<p class="error" role="alert" data-testid="notifications-blocked">
        Your browser blocks notifications of this page. You can allow them in the settings beside the address.
      </p>`;
    case 'absent':
      return html`<p class="error" role="alert">This browser has no notifications.</p>`;
    case 'default':
    case 'granted':
      return nothing;
  }
}

customElements.define('confab-notifications', Notifications);

import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { app } from '../../app';
import type { Device } from '../../protocol/answers';
import { deviceName } from '../../text/devices';
import { fullTime } from '../../text/times';
import { icon } from '../common/icons';
import '../common/modal';
import { shared } from '../common/shared';
import { Task } from '../common/task';

/** Where this person is signed in; each can be signed out from here. */
export class Devices extends LitElement {
  static override readonly styles = [
    shared,
    css`
      li {
        display: flex;
        align-items: center;
        gap: 14px;
        padding-block: 12px;
        border-block-end: 1px solid var(--line);
      }

      li > svg {
        flex: none;
        color: var(--muted);
      }

      .about {
        flex: 1;
        min-inline-size: 0;
      }

      h3 {
        font-size: 15px;
      }

      .muted {
        font-size: 13px;
      }

      .error {
        color: var(--danger);
      }
    `,
  ];

  readonly #loading = new Task(this);
  readonly #ending = new Task(this);
  #devices: readonly Device[] = [];

  protected override firstUpdated(): void {
    void this.#load();
  }

  protected override render() {
    const error = this.#loading.error ?? this.#ending.error;
    return html`<confab-modal heading="Your devices" wide>
      <ul aria-busy=${this.#loading.running}>
        ${repeat(
          this.#devices,
          ({ id }) => id,
          (device) => this.#device(device),
        )}
      </ul>
      ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
    </confab-modal>`;
  }

  #device(device: Device) {
    const seen = fullTime(new Date(device.lastSeenAt));
    return html`<li data-testid="device">
      ${icon('devices', 24)}
      <div class="about">
        <h3>${deviceName(device.userAgent ?? '')}</h3>
        <p class="muted">
          ${device.current ? 'This device' : `Last seen ${seen}`}${device.address ? ` · ${device.address}` : nothing}
        </p>
      </div>
      ${
        device.current
          ? nothing
          : html`<button
              class="button small"
              data-testid="end-device"
              ?disabled=${this.#ending.running}
              @click=${() => void this.#end(device)}
            >
              Sign out
            </button>`
      }
    </li>`;
  }

  async #load(): Promise<void> {
    await this.#loading.run(async () => {
      this.#devices = (await app.api.auth.devices()).sessions;
    });
  }

  async #end(device: Device): Promise<void> {
    await this.#ending.run(() => app.api.auth.endDevice(device.id));
    await this.#load();
  }
}

customElements.define('confab-devices', Devices);

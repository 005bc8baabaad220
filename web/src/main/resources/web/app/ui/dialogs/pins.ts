import { css, html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import type { StreamKey } from '../../protocol/names';
import { gist, type Message, refOf } from '../../state/message';
import { fullTime } from '../../text/times';
import { closeDialog } from '../common/actions';
import { formStyles } from '../common/form.styles';
import { icon } from '../common/icons';
import '../common/modal';
import { shared } from '../common/shared';
import { Task } from '../common/task';
import { find, mayPin } from '../message/acts';

/** The pinned messages of a room or conversation, to go to, and to be unpinned by whoever may. */
export class Pins extends LitElement {
  static override readonly properties = { key: { attribute: false }, _pins: { state: true } };

  static override readonly styles = [
    shared,
    formStyles,
    css`
      li {
        display: flex;
        align-items: center;
        gap: 4px;
        border-block-end: 1px solid var(--line);
      }

      .pin {
        flex: 1;
        min-inline-size: 0;
        padding: 8px 4px;
        border: 0;
        background: none;
        text-align: start;
      }

      .pin:hover {
        background: var(--hover);
      }

      .pin span {
        display: block;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare key: StreamKey;
  declare _pins: readonly Message[] | undefined;
  readonly #asking = new Task(this);
  readonly #unpinning = new Task(this);

  protected override firstUpdated(): void {
    void this.#ask();
  }

  protected override render() {
    const error = this.#asking.error ?? this.#unpinning.error;
    return html`<confab-modal heading="Pinned messages">
      ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
      ${this._pins === undefined ? this.#waiting() : this.#list(this._pins)}
    </confab-modal>`;
  }

  #waiting() {
    if (this.#asking.running) return html`<p class="muted" role="status">One moment…</p>`;
    return html`<button class="button" type="button" @click=${() => void this.#ask()}>Try again</button>`;
  }

  #list(pins: readonly Message[]) {
    if (pins.length === 0) return html`<p class="muted" data-testid="no-pins">Nothing is pinned here.</p>`;
    const stream = app.store.state.streams.get(this.key);
    const may = stream !== undefined && mayPin(stream);
    return html`<ul>
      ${pins.map(
        (message) => html`<li data-testid="pin-entry" data-id=${message.id}>
          <button class="pin" type="button" @click=${() => this.#goTo(message)}>
            <b><bdi>${message.from}</bdi></b> <small class="muted">${fullTime(new Date(message.at))}</small>
            <span dir="auto">${gist(message)}</span>
          </button>
          ${may ? this.#unpin(message) : nothing}
        </li>`,
      )}
    </ul>`;
  }

  #unpin(message: Message) {
    return html`<button
      class="icon-button"
      type="button"
      data-testid="unpin"
      aria-label="Unpin"
      title="Unpin"
      ?disabled=${this.#unpinning.running}
      @click=${() => void this.#takeOff(message)}
    >
      ${icon('close', 18)}
    </button>`;
  }

  #goTo(message: Message): void {
    closeDialog();
    find(this.key, refOf(message));
  }

  async #takeOff(message: Message): Promise<void> {
    if (!(await this.#unpinning.run(() => app.chat.acting.pin(this.key, refOf(message), false)))) return;
    this._pins = this._pins?.filter((other) => other !== message);
  }

  async #ask(): Promise<void> {
    await this.#asking.run(async () => {
      this._pins = await app.chat.looking.pins(this.key);
    });
  }
}

customElements.define('confab-pins', Pins);

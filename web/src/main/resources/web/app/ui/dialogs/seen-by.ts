import { css, html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import type { SeenBy } from '../../protocol/answers';
import type { StreamKey } from '../../protocol/names';
import { type Message, refOf } from '../../state/message';
import { avatar, avatarStyles } from '../common/avatar';
import { formStyles } from '../common/form.styles';
import '../common/modal';
import { shared } from '../common/shared';
import { Task } from '../common/task';

/** Who has read as far as a message. */
export class SeenByList extends LitElement {
  static override readonly properties = {
    key: { attribute: false },
    message: { attribute: false },
    _seen: { state: true },
  };

  static override readonly styles = [
    shared,
    avatarStyles,
    formStyles,
    css`
      li {
        display: flex;
        align-items: center;
        gap: 10px;
        min-block-size: 42px;
      }
    `,
  ];

  declare key: StreamKey;
  declare message: Message;
  declare _seen: SeenBy | undefined;
  readonly #asking = new Task(this);

  protected override firstUpdated(): void {
    void this.#ask();
  }

  protected override render() {
    const { error } = this.#asking;
    return html`<confab-modal heading="Seen by">
      ${error ? html`<p class="error" role="alert">That can’t be had now. ${error}</p>` : nothing}
      ${this._seen === undefined ? this.#waiting() : list(this._seen)}
    </confab-modal>`;
  }

  #waiting() {
    if (this.#asking.running) return html`<p class="muted" role="status">One moment…</p>`;
    return html`<button class="button" type="button" @click=${() => void this.#ask()}>Try again</button>`;
  }

  async #ask(): Promise<void> {
    await this.#asking.run(async () => {
      this._seen = await app.chat.looking.seenBy(this.key, refOf(this.message));
    });
  }
}

function list({ count, people }: SeenBy) {
  const unnamed = count - people.length;
  return html`<p class="muted" data-testid="seen-count">
      ${count === 0 ? 'Nobody else yet.' : count === 1 ? '1 person' : `${count} people`}
    </p>
    <ul>
      ${people.map((user) => html`<li data-testid="seen-by" data-user=${user}>${avatar(user, 'small')}<bdi>${user}</bdi></li>`)}
    </ul>
    ${unnamed > 0 && people.length > 0 ? html`<p class="muted">and ${unnamed} more</p>` : nothing}`;
}

customElements.define('confab-seen-by', SeenByList);

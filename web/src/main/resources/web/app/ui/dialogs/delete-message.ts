import { css, html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import type { StreamKey } from '../../protocol/names';
import { excerptOf, type Message, refOf } from '../../state/message';
import { isolated } from '../../text/names';
import { closeDialog, notify } from '../common/actions';
import { formStyles } from '../common/form.styles';
import '../common/modal';
import { shared } from '../common/shared';
import { Task } from '../common/task';
import { isMine } from '../message/acts';

/** Asks before a message is gone, and says what is left of it. */
export class DeleteMessage extends LitElement {
  static override readonly properties = { key: { attribute: false }, message: { attribute: false } };

  static override readonly styles = [
    shared,
    formStyles,
    css`
      blockquote {
        margin: 0;
        padding: 4px 12px;
        border-inline-start: 2px solid var(--line-strong);
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare key: StreamKey;
  declare message: Message;
  readonly #deed = new Task(this);

  protected override render() {
    const { error, running } = this.#deed;
    const whose = isMine(this.message) ? 'your message' : `the message of ${isolated(this.message.from)}`;
    return html`<confab-modal heading="Delete ${whose}?">
      <form @submit=${this.#onSubmit}>
        <blockquote dir="auto">${excerptOf(this.message.text)}</blockquote>
        <p class="muted">
          It goes for everybody, and can’t be brought back. Who wrote it and who deleted it stays to be seen. The server’s log
          keeps its record until the time is over for which it keeps everything.
        </p>
        ${error ? html`<p class="error" role="alert">Not deleted. ${error}</p>` : nothing}
        <div class="actions">
          <button class="button" type="button" @click=${closeDialog}>Cancel</button>
          <button class="button danger" data-testid="delete-confirm" ?disabled=${running} autofocus>Delete</button>
        </div>
      </form>
    </confab-modal>`;
  }

  protected override firstUpdated(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[autofocus]')?.focus());
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { key, message } = this;
    if (!(await this.#deed.run(() => app.chat.acting.delete(key, refOf(message))))) return;
    app.chat.acting.endEdit(key, refOf(message));
    closeDialog();
    notify('The message is deleted.');
  }
}

customElements.define('confab-delete-message', DeleteMessage);

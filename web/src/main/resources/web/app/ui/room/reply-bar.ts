import { css, html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { excerptOf, isAt } from '../../state/message';
import { keyOf, placeOf, type Stream } from '../../state/state';
import { focusPlace } from '../common/actions';
import { icon } from '../common/icons';
import { shared } from '../common/shared';

/** Says which message the next one answers. */
export class ReplyBar extends LitElement {
  static override readonly properties = { stream: { attribute: false } };

  static override readonly styles = [
    shared,
    css`
      .reply {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-block-end: 4px;
        padding-inline-start: 12px;
        border-radius: 9px;
        background: var(--sunken);
        font-size: 13px;
      }

      p {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .icon-button {
        inline-size: 34px;
        block-size: 34px;
      }
    `,
  ];

  declare stream: Stream;

  protected override render() {
    const { replyTo, timeline } = this.stream;
    if (replyTo === undefined) return nothing;
    const message = timeline.messages.find((known) => isAt(known, replyTo));
    const text = message === undefined || message.deleted ? '' : excerptOf(message.text);
    return html`<div class="reply" data-testid="reply-bar" role="status">
      ${icon('reply', 16)}
      <p>Answering <b><bdi>${replyTo.author}</bdi></b> <span class="muted" dir="auto">${text}</span></p>
      <button
        class="icon-button"
        type="button"
        data-testid="reply-cancel"
        aria-label="Do not answer it"
        title="Do not answer it (Esc)"
        @click=${this.#onCancel}
      >
        ${icon('close', 18)}
      </button>
    </div>`;
  }

  #onCancel(): void {
    app.chat.replyTo(keyOf(placeOf(this.stream)), undefined);
    focusPlace();
  }
}

customElements.define('confab-reply-bar', ReplyBar);

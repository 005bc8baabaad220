import { css, html, LitElement, nothing } from 'lit';
import { mediaPath } from '../../api/media';
import type { Attachment } from '../../protocol/content';
import { isolated } from '../../text/names';
import { closeDialog } from '../common/actions';
import { icon } from '../common/icons';
import { shared } from '../common/shared';

/** The pictures of a message, one at a time, as large as there is room or as they are. Arrows, Home and End go through them. */
export class Pictures extends LitElement {
  static override readonly properties = {
    pictures: { attribute: false },
    first: { type: Number },
    _at: { state: true },
    _zoomed: { state: true },
  };

  static override readonly styles = [
    shared,
    css`
      dialog {
        inline-size: 100vw;
        max-inline-size: 100vw;
        block-size: 100dvh;
        max-block-size: 100dvh;
        padding: 0;
        border: 0;
        background: #111;
        color: #eee;
      }

      dialog[open] {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
      }

      header {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 8px 12px;
      }

      header .name {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .icon-button {
        color: #eee;
      }

      .icon-button:hover {
        background: #ffffff26;
      }

      .stage {
        display: grid;
        overflow: auto;
      }

      .stage img {
        max-inline-size: 100%;
        max-block-size: 100%;
        margin: auto;
        object-fit: contain;
        cursor: zoom-in;
      }

      .zoomed img {
        max-inline-size: none;
        max-block-size: none;
        cursor: zoom-out;
      }

      .alt {
        max-inline-size: 70ch;
        max-block-size: 20dvh;
        margin: 0 auto;
        padding: 8px 16px max(12px, env(safe-area-inset-bottom));
        overflow: auto;
      }
    `,
  ];

  declare pictures: readonly Attachment[];
  declare first: number;
  declare _at: number;
  declare _zoomed: boolean;

  constructor() {
    super();
    this.pictures = [];
    this.first = 0;
    this._at = 0;
    this._zoomed = false;
  }

  protected override firstUpdated(): void {
    this._at = this.first;
    this.#dialog?.showModal();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  protected override render() {
    const picture = this.pictures[this._at];
    if (picture === undefined) return nothing;
    const { id, name, alt, width = 1, height = 1 } = picture;
    return html`<dialog
      aria-label="Picture ${isolated(name)}"
      data-testid="viewer"
      @close=${closeDialog}
      @keydown=${this.#onKey}
    >
      <header>
        <span class="name"><bdi>${name}</bdi>${this.pictures.length > 1 ? ` · ${this._at + 1} of ${this.pictures.length}` : ''}</span>
        ${this.pictures.length > 1 ? this.#steps() : nothing}
        <button
          class="icon-button"
          type="button"
          data-testid="zoom"
          aria-label="Zoom"
          aria-pressed=${this._zoomed}
          @click=${this.#zoom}
        >
          ${icon('search')}
        </button>
        <a
          class="icon-button"
          data-testid="download"
          aria-label="Download"
          href=${mediaPath(id, { download: true })}
          download=${name}
          >${icon('download')}</a
        >
        <button class="icon-button" type="button" aria-label="Close" @click=${() => this.#dialog?.close()}>
          ${icon('close')}
        </button>
      </header>
      <div class="stage ${this._zoomed ? 'zoomed' : ''}" tabindex="0">
        <img src=${mediaPath(id)} alt=${alt ?? name} width=${width} height=${height} @click=${this.#zoom} />
      </div>
      <p class="alt">${alt ?? ''}</p>
    </dialog>`;
  }

  #steps() {
    return html`<button class="icon-button" type="button" aria-label="Previous" @click=${() => this.#go(this._at - 1)}>
        ${icon('previous')}
      </button>
      <button class="icon-button" type="button" aria-label="Next" @click=${() => this.#go(this._at + 1)}>
        ${icon('next')}
      </button>`;
  }

  readonly #zoom = (): void => {
    this._zoomed = !this._zoomed;
  };

  #go(to: number): void {
    this._at = (to + this.pictures.length) % this.pictures.length;
    this._zoomed = false;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowLeft') this.#go(this._at - 1);
    else if (event.key === 'ArrowRight') this.#go(this._at + 1);
    else if (event.key === 'Home') this.#go(0);
    else if (event.key === 'End') this.#go(this.pictures.length - 1);
    else if (event.key === '+' || event.key === '-') this._zoomed = event.key === '+';
    else return;
    event.preventDefault();
  }
}

customElements.define('confab-pictures', Pictures);

import { css, html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { app } from '../../app';
import { keyOf, placeOf, type Room, type Stream } from '../../state/state';
import { isolated } from '../../text/names';
import '../composer/composer';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';
import { editLast } from '../message/acts';
import '../timeline/timeline';
import './gate';
import './place-header';
import './reply-bar';

/** The room or the private conversation that is shown. */
export class PlaceView extends LitElement {
  static override readonly styles = [
    shared,
    css`
      section {
        display: flex;
        flex-direction: column;
        block-size: 100%;
      }

      .direct {
        --accent: var(--private);
        --on-accent: var(--on-private);
        background: var(--private-surface);
        border-block-start: 3px solid var(--private);
      }

      confab-timeline,
      confab-gate {
        flex: 1;
        min-block-size: 0;
      }

      .typing {
        min-block-size: 24px;
        padding-inline: 20px;
        overflow: hidden;
        color: var(--muted);
        font-size: 13px;
        line-height: 24px;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  readonly #stream = new Watch(this, (state) => state.streams.get(keyOf(state.place)));

  /** What the keyboard goes to in turn, from top to bottom. */
  get regions(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('confab-timeline, confab-composer')];
  }

  /** To what was said. */
  override focus(): void {
    this.regions[0]?.focus();
  }

  protected override render() {
    const stream = this.#stream.value;
    if (stream === undefined) return nothing;
    // elements of its own for each place: what one was left with says nothing about the next
    return html`<section
      class=${stream.kind}
      aria-label=${stream.kind === 'room' ? `Room ${isolated(stream.name)}` : `Private conversation with ${isolated(stream.with)}`}
    >
      <confab-place-header .stream=${stream}></confab-place-header>
      ${keyed(
        keyOf(placeOf(stream)),
        isOpen(stream) ? this.#talk(stream) : html`<confab-gate .room=${stream as Room}></confab-gate>`,
      )}
    </section>`;
  }

  #talk(stream: Stream) {
    const typing = typingText(stream.typing);
    return html`<confab-timeline .stream=${stream} data-kind=${stream.kind}></confab-timeline>
      <div class="typing" data-testid="typing" aria-live="polite">${typing}</div>
      <confab-composer
        .stream=${stream}
        @edit-last=${() => editLast(keyOf(placeOf(stream)), stream.timeline)}
        @keydown=${(event: KeyboardEvent) => onComposerKey(event, stream)}
      >
        <confab-reply-bar slot="about" .stream=${stream}></confab-reply-bar>
      </confab-composer>`;
  }
}

/** Esc answers nothing any more; where nothing was to be answered it is for the place. */
function onComposerKey(event: KeyboardEvent, stream: Stream): void {
  if (event.key !== 'Escape' || event.defaultPrevented || stream.replyTo === undefined) return;
  event.preventDefault();
  app.chat.replyTo(keyOf(placeOf(stream)), undefined);
}

function isOpen(stream: Stream): boolean {
  return stream.kind === 'direct' || stream.access.kind === 'in' || stream.access.kind === 'joining';
}

function typingText(typing: readonly string[]): string {
  const [first, second] = typing.map(isolated);
  if (first === undefined) return '';
  if (second === undefined) return `${first} is typing…`;
  return typing.length === 2 ? `${first} and ${second} are typing…` : 'Several people are typing…';
}

customElements.define('confab-place', PlaceView);

import { css, html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { MAIN, roomKey } from '../../protocol/names';
import { type Problem, sentence } from '../../protocol/problem';
import type { Room } from '../../state/state';
import { isolated } from '../../text/names';
import { icon } from '../common/icons';
import { shared } from '../common/shared';
import './password-prompt';

/** What stands in place of a room that one is not in: how to get in, or why not. */
export class Gate extends LitElement {
  static override readonly properties = { room: { attribute: false } };

  static override readonly styles = [
    shared,
    css`
      :host {
        display: grid;
        place-items: center;
        overflow: auto;
        padding: 24px;
      }

      .gate {
        display: grid;
        gap: 16px;
        justify-items: center;
        inline-size: min(380px, 100%);
        text-align: center;
      }

      .sign {
        display: grid;
        place-items: center;
        inline-size: 60px;
        block-size: 60px;
        border-radius: 18px;
        background: var(--selected);
        color: var(--on-selected);
      }

      h2 {
        overflow-wrap: anywhere;
        font-size: 20px;
      }

      confab-password-prompt {
        justify-self: stretch;
        text-align: start;
      }
    `,
  ];

  declare room: Room;

  protected override render() {
    const { access, hasPassword } = this.room;
    const problem = access.kind === 'refused' ? access.problem : undefined;
    const locked = problem === undefined ? hasPassword : asksPassword(problem);
    return html`<div class="gate">
      <span class="sign">${icon(locked ? 'lock' : 'hash', 30)}</span>
      ${problem !== undefined && !locked ? this.#refused(problem) : this.#entrance(locked)}
    </div>`;
  }

  #entrance(locked: boolean) {
    const { name, topic } = this.room;
    return html`<h2><bdi>${name}</bdi></h2>
      <p class="muted" dir="auto">${topic || (locked ? 'This room has a password.' : 'You are not in this room yet.')}</p>
      ${
        locked
          ? html`<confab-password-prompt .room=${name}></confab-password-prompt>`
          : html`<button class="button primary" data-testid="join-room" @click=${this.#join}>Join room</button>`
      }`;
  }

  #refused(problem: Problem) {
    const isMain = roomKey(this.room.name) === roomKey(MAIN);
    return html`<h2>
        ${problem.code === 'not_found' ? 'There is no such room' : `You can’t be in ${isolated(this.room.name)} now`}
      </h2>
      <p class="muted" role="status">${sentence(problem)}</p>
      ${problem.passing || isMain ? html`<button class="button" @click=${this.#join}>Try again</button>` : nothing}
      ${
        isMain
          ? nothing
          : html`<button class="button primary" @click=${() => app.chat.navigation.openMain()}>Go to ${MAIN}</button>`
      }`;
  }

  /** What goes wrong shows in the room itself. */
  #join(): void {
    void app.chat.rooms.join(this.room.name).catch(() => undefined);
  }
}

function asksPassword({ code }: Problem): boolean {
  return code === 'wrong_password' || code === 'forbidden';
}

customElements.define('confab-gate', Gate);

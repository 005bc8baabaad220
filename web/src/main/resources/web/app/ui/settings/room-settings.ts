import { css, html, LitElement, nothing } from 'lit';
import { roomKey } from '../../protocol/names';
import type { Room } from '../../state/state';
import { isolated } from '../../text/names';
import '../common/modal';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';
import './ban-list';
import './delete-room';
import './moderator-list';
import './room-password';
import './room-topic';

/** What the owner may change about a room; moderators see whom it has banned. */
export class RoomSettings extends LitElement {
  static override readonly properties = { name: {} };

  static override readonly styles = [
    shared,
    css`
      .sections > * {
        display: block;
        padding-block: 20px;
        border-block-start: 1px solid var(--line);
      }

      .sections > :first-child {
        padding-block-start: 4px;
        border: 0;
      }
    `,
  ];

  declare name: string;
  readonly #streams = new Watch(this, (state) => state.streams);

  protected override render() {
    const room = this.#streams.value.get(roomKey(this.name));
    if (room?.kind !== 'room') return nothing;
    return html`<confab-modal heading="Settings of ${isolated(room.name)}" wide>
      <div class="sections">
        ${room.role === 'owner' ? owners(room) : nothing}${moderators(room)}${room.role === 'owner' ? last(room) : nothing}
      </div>
    </confab-modal>`;
  }
}

function owners(room: Room) {
  return html`<confab-room-topic .room=${room.name} .topic=${room.topic}></confab-room-topic>
    <confab-room-password .room=${room.name} .hasPassword=${room.hasPassword}></confab-room-password>
    <confab-moderator-list .room=${room}></confab-moderator-list>`;
}

function moderators(room: Room) {
  return html`<confab-ban-list .room=${room.name}></confab-ban-list>`;
}

function last(room: Room) {
  return html`<confab-delete-room .room=${room.name}></confab-delete-room>`;
}

customElements.define('confab-room-settings', RoomSettings);

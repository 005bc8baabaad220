import { html, LitElement } from 'lit';
import { app } from '../../app';
import { notify } from '../common/actions';
import { field } from '../common/fields';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import { Task } from '../common/task';
import { sectionStyles } from './section.styles';

export class RoomTopic extends LitElement {
  static override readonly properties = { room: {}, topic: {} };
  static override readonly styles = [shared, formStyles, sectionStyles];

  declare room: string;
  declare topic: string;
  readonly #saving = new Task(this);
  #typed: string | undefined;

  protected override render() {
    return html`<form @submit=${this.#onSubmit}>
      ${field({
        id: 'room-topic-input',
        label: 'Topic',
        value: this.#typed ?? this.topic,
        error: this.#saving.error,
        onInput: (value) => (this.#typed = value),
      })}
      <div class="actions">
        <button class="button small" data-testid="save-topic" ?disabled=${this.#saving.running}>Save topic</button>
      </div>
    </form>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const topic = (this.#typed ?? this.topic).trim();
    if (await this.#saving.run(() => app.api.rooms.change(this.room, { topic }))) notify('The topic is saved.');
  }
}

customElements.define('confab-room-topic', RoomTopic);

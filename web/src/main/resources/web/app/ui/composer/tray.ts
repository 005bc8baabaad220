/** The files of what is being written. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { mediaPath } from '../../api/media';
import { isolated } from '../../text/names';
import { sizeOf } from '../../text/sizes';
import { icon } from '../common/icons';
import { isPicture } from '../message/attachments';
import type { Attaching, Upload } from './attaching';

const MAX_ALT = 1000;

export function tray(attaching: Attaching): TemplateResult | typeof nothing {
  if (attaching.uploads.length === 0) return nothing;
  return html`<ul class="tray" aria-label="Files to send" data-testid="tray">
    ${repeat(
      attaching.uploads,
      ({ key }) => key,
      (upload) => item(upload, attaching),
    )}
  </ul>`;
}

function item(upload: Upload, attaching: Attaching): TemplateResult {
  const { key, file, state } = upload;
  return html`<li class=${state} data-testid="upload" data-state=${state}>
    ${preview(upload)}
    <div class="about">
      <p class="name"><bdi>${file.name}</bdi> <span class="muted">${sizeOf(file.size)}</span></p>
      ${progress(upload, attaching)} ${describing(upload, attaching)}
    </div>
    <button
      class="icon-button"
      type="button"
      data-testid="remove-upload"
      aria-label=${state === 'sending' ? `Stop uploading ${isolated(file.name)}` : `Take ${isolated(file.name)} away`}
      @click=${() => attaching.remove(key)}
    >
      ${icon('close', 18)}
    </button>
  </li>`;
}

function preview({ uploaded }: Upload): TemplateResult {
  return uploaded !== undefined && isPicture(uploaded)
    ? html`<img class="preview" src=${mediaPath(uploaded.id, { thumb: 320 })} alt="" width="56" height="56" />`
    : html`<span class="preview">${icon('file', 24)}</span>`;
}

function progress({ key, file, share, state, why }: Upload, attaching: Attaching): TemplateResult | typeof nothing {
  if (state === 'sending') {
    return html`<progress max="1" .value=${share} aria-label="Uploading ${isolated(file.name)}"></progress>`;
  }
  if (state === 'done') return nothing;
  return html`<p class="error" role="alert">
    ${why}
    <button class="link" type="button" data-testid="retry-upload" @click=${() => attaching.retry(key)}>Retry</button>
  </p>`;
}

function describing({ key, uploaded, alt }: Upload, attaching: Attaching): TemplateResult | typeof nothing {
  if (uploaded === undefined || !/^(image|audio|video)\//.test(uploaded.type)) return nothing;
  return html`<input
    class="alt"
    data-testid="alt"
    maxlength=${MAX_ALT}
    aria-label="Description of ${isolated(uploaded.name)}"
    placeholder="Describe it for those who can’t see or hear it"
    .value=${alt}
    @input=${(event: InputEvent) => attaching.describe(key, (event.target as HTMLInputElement).value)}
  />`;
}

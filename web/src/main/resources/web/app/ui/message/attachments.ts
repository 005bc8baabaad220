/** The files of a message: pictures in the size that they will have, sound and video to be played, others as a row. */
import { html, nothing, type TemplateResult } from 'lit';
import { mediaPath } from '../../api/media';
import type { Attachment } from '../../protocol/content';
import { isolated } from '../../text/names';
import { sizeOf } from '../../text/sizes';
import { openDialog } from '../common/actions';
import { icon } from '../common/icons';

const PICTURES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
/** Most pixels of a picture between the messages. */
const WIDEST = 360;
const HIGHEST = 300;

export function isPicture({ type, width, height }: Attachment): boolean {
  return PICTURES.includes(type) && width !== undefined && height !== undefined;
}

export function attachments(all: readonly Attachment[] | undefined): TemplateResult | typeof nothing {
  if (all === undefined || all.length === 0) return nothing;
  const pictures = all.filter(isPicture);
  return html`<div class="files" data-testid="attachments">
    ${pictures.map((picture, at) => pictureOf(picture, () => openDialog({ kind: 'pictures', pictures, first: at })))}
    ${all.filter((file) => !isPicture(file)).map(fileOf)}
  </div>`;
}

function pictureOf(picture: Attachment, open: () => void): TemplateResult {
  const { id, name, alt, width = 1, height = 1 } = picture;
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  return html`<button
    class="picture"
    type="button"
    data-testid="picture"
    aria-label=${alt ?? `Picture ${isolated(name)}`}
    title=${alt ?? name}
    @click=${open}
  >
    <img
      src=${mediaPath(id, { thumb: isSmall(picture) ? 320 : 1280 })}
      alt=""
      width=${Math.max(1, Math.round(width * scale))}
      height=${Math.max(1, Math.round(height * scale))}
      loading="lazy"
      decoding="async"
      draggable="false"
    />
  </button>`;
}

/** Whether a small picture of 320 pixels is sharp enough. */
function isSmall({ width = 1, height = 1 }: Attachment): boolean {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  return Math.max(width, height) * scale * Math.min(2, window.devicePixelRatio) <= 400;
}

function fileOf(file: Attachment): TemplateResult {
  const { id, name, type, alt } = file;
  if (type.startsWith('video/')) {
    return html`<figure class="played">
      <video controls preload="metadata" src=${mediaPath(id)} aria-label=${alt ?? name} data-testid="video"></video>
      ${rowOf(file)}
    </figure>`;
  }
  if (type.startsWith('audio/')) {
    return html`<figure class="played">
      <audio controls preload="metadata" src=${mediaPath(id)} aria-label=${alt ?? name} data-testid="audio"></audio>
      ${rowOf(file)}
    </figure>`;
  }
  return rowOf(file);
}

function rowOf({ id, name, size, alt }: Attachment): TemplateResult {
  return html`<a
    class="file"
    href=${mediaPath(id, { download: true })}
    download=${name}
    data-testid="file"
    title=${alt ?? name}
  >
    ${icon('file', 20)}<bdi>${name}</bdi><span class="muted">${sizeOf(size)}</span>
  </a>`;
}

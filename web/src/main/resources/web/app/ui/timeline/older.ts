import { html, nothing, type TemplateResult } from 'lit';
import type { Stream } from '../../state/state';
import type { Newer } from '../../state/timeline';
import { icon } from '../common/icons';

/** What stands before the first message. */
export function olderSign(stream: Stream, retry: () => void): TemplateResult {
  const { older } = stream.timeline;
  switch (older.kind) {
    case 'more':
    case 'loading':
      return html`<div class="older" aria-busy="true"><span class="for-the-ear">Loading earlier messages</span></div>`;
    case 'failed':
      return html`<div class="older failed-note" role="status" data-testid="history-failed">
        ${icon('warning', 16)}<span>Earlier messages can’t be had right now. ${older.why}</span>
        <button class="link" type="button" @click=${retry}>Retry</button>
      </div>`;
    case 'none':
      return beginning(stream);
  }
}

/** What stands after the last message here, where that is not the newest. */
export function newerSign(newer: Newer, retry: () => void): TemplateResult | typeof nothing {
  switch (newer.kind) {
    case 'none':
      return nothing;
    case 'more':
    case 'loading':
      return html`<div class="older" aria-busy="true"><span class="for-the-ear">Loading later messages</span></div>`;
    case 'failed':
      return html`<div class="older failed-note" role="status" data-testid="history-failed">
        ${icon('warning', 16)}<span>Later messages can’t be had right now. ${newer.why}</span>
        <button class="link" type="button" @click=${retry}>Retry</button>
      </div>`;
  }
}

function beginning(stream: Stream): TemplateResult {
  if (stream.kind === 'room') {
    return html`<div class="beginning">
      <span class="sign">${icon(stream.hasPassword ? 'lock' : 'hash', 28)}</span>
      <h2><bdi>${stream.name}</bdi></h2>
      <p class="muted">This is where the room begins. <bdi>${stream.topic}</bdi></p>
    </div>`;
  }
  return html`<div class="beginning">
    <span class="sign">${icon('lock', 28)}</span>
    <h2><bdi>${stream.with}</bdi></h2>
    <p class="muted">Only the two of you see what is written here. It waits while one of you is away.</p>
  </div>`;
}

/** Shown while nothing is there yet. */
export const skeleton = html`<div class="skeletons" aria-busy="true">
  <span class="for-the-ear">Loading messages</span>
  ${[1, 2, 3, 4, 5].map((line) => html`<div class="skeleton line-${line}"><i></i><b></b><em></em></div>`)}
</div>`;

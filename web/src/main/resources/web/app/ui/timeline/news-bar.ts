import { css, html, nothing, type TemplateResult } from 'lit';
import type { News } from '../../state/state';
import { clock, fullTime, sameDay } from '../../text/times';
import { icon } from '../common/icons';

interface NewsActs {
  toFirst(): void;
  markRead(): void;
}

/**
 * Says how much is new in a place, and leads there.
 *
 * @param since when the first of it was said, as far as is known
 * @param isBegun whether the first of it is in sight
 */
export function newsBar(news: News, since: Date | undefined, isBegun: boolean, acts: NewsActs): TemplateResult {
  return html`<section class="news" aria-label="New messages" data-testid="news-bar">
    <p>${countOf(news)} new${since === undefined ? nothing : html` since <time datetime=${since.toISOString()}>${timeOf(since)}</time>`}</p>
    ${
      isBegun
        ? nothing
        : html`<button type="button" data-testid="to-first" @click=${acts.toFirst}>${icon('arrowUp', 15)}To the first</button>`
    }
    <button type="button" data-testid="mark-read" title="Mark as read (Esc)" @click=${acts.markRead}>
      ${icon('check', 15)}Mark read
    </button>
  </section>`;
}

export function countOf({ count, isMore }: Pick<News, 'count' | 'isMore'>): string {
  return `${count}${isMore ? '+' : ''}`;
}

function timeOf(at: Date): string {
  return sameDay(at, new Date()) ? clock(at) : fullTime(at);
}

export const newsStyles = css`
  .news {
    position: absolute;
    inset-block-start: 6px;
    inset-inline: 12px;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 4px;
    inline-size: fit-content;
    max-inline-size: calc(100% - 24px);
    margin-inline: auto;
    padding: 2px 4px 2px 14px;
    border-radius: 18px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 13.5px;
    font-weight: 600;
    box-shadow: var(--shadow);
  }

  .news time {
    color: inherit;
    font-size: inherit;
  }

  .news button {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 32px;
    padding: 0 10px;
    border: 0;
    border-radius: 16px;
    background: none;
    color: inherit;
    font-weight: 650;
  }

  .news button:hover {
    background: #ffffff2e;
  }

  .news button:focus-visible {
    outline-color: currentColor;
    outline-offset: -2px;
  }
`;

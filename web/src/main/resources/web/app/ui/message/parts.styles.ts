import { css } from 'lit';

export const partStyles = css`
  .message:focus-visible {
    outline-offset: -2px;
  }

  .message.mentioned {
    background: var(--warning-surface);
    box-shadow: inset 3px 0 var(--warning);
  }

  .quote {
    display: flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    min-block-size: 24px;
    padding: 0 8px 0 6px;
    border: 0;
    border-inline-start: 2px solid var(--line-strong);
    background: none;
    color: var(--muted);
    font-size: 13px;
    text-align: start;
  }

  .quote > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .quote > :is(svg, b) {
    flex: none;
  }

  .quote.gone > span,
  .tombstone {
    font-style: italic;
  }

  .quote:hover {
    color: var(--text);
  }

  .tombstone {
    color: var(--muted);
  }

  .marks {
    display: flex;
    align-items: center;
    gap: 10px;
    color: var(--muted);
    font-size: 11.5px;
    line-height: 16px;
    user-select: none;
  }

  .marks span {
    display: inline-flex;
    align-items: center;
    gap: 3px;
  }

  .reactions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-block: 3px;
    user-select: none;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-block-size: 26px;
    padding: 0 8px;
    border: 1px solid var(--line-button);
    border-radius: 13px;
    background: var(--surface);
    font-size: 12.5px;
    font-variant-numeric: tabular-nums;
  }

  .chip .emoji {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', var(--font);
    font-size: 15px;
    line-height: 1;
  }

  .chip:hover {
    border-color: var(--line-strong);
  }

  .chip[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--selected);
    color: var(--on-selected);
    font-weight: 650;
  }

  .answers {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 26px;
    margin-block: 2px;
    padding: 0 8px;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: var(--accent);
    font-size: 13px;
    user-select: none;
  }

  .answers span {
    color: var(--muted);
  }

  .answers:hover {
    background: var(--hover);
  }

  .tick {
    position: absolute;
    inset-block-end: 5px;
    inset-inline-end: 7px;
    color: var(--muted);
    font-size: 10px;
    line-height: 14px;
    letter-spacing: -0.25em;
    user-select: none;
  }

  .tick.seen {
    color: var(--accent);
  }

  @media (hover: none) {
    .message {
      -webkit-touch-callout: none;
      user-select: none;
    }

    .chip,
    .answers,
    .quote {
      min-block-size: 32px;
    }
  }
`;

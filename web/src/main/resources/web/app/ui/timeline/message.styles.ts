import { css } from 'lit';

export const messageStyles = css`
  .message {
    position: relative;
    display: grid;
    grid-template-columns: 64px minmax(0, 1fr);
    padding: 2px 20px 2px 0;
  }

  .message.first {
    margin-block-start: 12px;
  }

  @media (hover: hover) {
    .message:hover {
      background: var(--hover);
    }
  }

  /* what is not seen as text is not copied as text */
  .gutter,
  .pending-sign,
  .for-the-ear {
    user-select: none;
  }

  .gutter {
    padding-inline-start: 16px;
  }

  .gutter time {
    display: block;
    padding-block-start: 3px;
    font-size: 11px;
    opacity: 0;
  }

  .message:hover .gutter time,
  .message:focus-within .gutter time {
    opacity: 1;
  }

  header {
    display: flex;
    align-items: baseline;
    gap: 8px;
    line-height: 1.35;
  }

  .author {
    overflow: hidden;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 650;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .author:hover {
    text-decoration: underline;
  }

  time {
    flex: none;
    color: var(--muted);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  .text {
    overflow-wrap: anywhere;
  }

  .text.large {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', var(--font);
    font-size: 30px;
    line-height: 1.3;
  }

  .pending .text,
  .held .text {
    color: var(--muted);
  }

  .failed .text {
    color: var(--danger);
  }

  .failed-note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    color: var(--danger);
    font-size: 13.5px;
  }

  /* beside its sign, however many lines it needs */
  .failed-note > span {
    max-inline-size: calc(100% - 24px);
  }

  .held .failed-note {
    color: var(--warning);
  }

  .failed-note .link {
    color: inherit;
  }

  .pending-sign {
    position: absolute;
    inset-block-start: 9px;
    inset-inline-end: 14px;
    inline-size: 10px;
    block-size: 10px;
    border: 2px solid var(--muted);
    border-inline-start-color: transparent;
    border-radius: 50%;
    animation:
      late 0.2s 0.4s both,
      turn 0.9s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (max-width: 759px) {
    .message {
      grid-template-columns: 58px minmax(0, 1fr);
      padding-inline-end: 12px;
    }

    /* what is not seen as text is not copied as text */
  .gutter,
  .pending-sign,
  .for-the-ear {
    user-select: none;
  }

  .gutter {
      padding-inline-start: 12px;
    }
  }
`;

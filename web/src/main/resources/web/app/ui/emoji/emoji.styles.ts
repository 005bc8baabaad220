import { css } from 'lit';

export const emojiStyles = css`
  :host {
    display: inline-block;
    flex: none;
  }

  [popover] {
    position: fixed;
    inset: auto;
    inline-size: min(356px, calc(100vw - 16px));
    block-size: min(380px, calc(100dvh - 120px));
    margin: 0;
    padding: 10px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--raised);
    color: var(--text);
    box-shadow: var(--shadow);
    pointer-events: auto;
  }

  [popover]:popover-open {
    display: flex;
    flex-direction: column;
  }

  .groups {
    flex: 1;
    overflow: hidden auto;
    margin-block-start: 8px;
    overscroll-behavior: contain;
  }

  h2 {
    padding: 6px 4px 4px;
    color: var(--muted);
    font-size: 12.5px;
  }

  .grid {
    display: grid;
    grid-template-columns: repeat(8, 1fr);
  }

  .grid button {
    aspect-ratio: 1;
    padding: 0;
    border: 0;
    border-radius: 8px;
    background: none;
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', var(--font);
    font-size: 23px;
    line-height: 1;
  }

  .grid button:hover,
  .grid button:focus-visible {
    background: var(--hover);
  }

  .grid button:focus-visible {
    outline-offset: -2px;
  }
`;

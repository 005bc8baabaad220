import { css } from 'lit';

export const barStyles = css`
  :host {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 14px;
    z-index: 1;
  }

  .bar {
    display: flex;
    padding: 2px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: 0 1px 3px light-dark(#0000001f, #00000080);
  }

  .icon-button,
  .more {
    inline-size: 32px;
    block-size: 32px;
  }

  .more {
    display: grid;
    place-items: center;
    border-radius: var(--radius-small);
    color: var(--muted);
  }

  .more:hover {
    background: var(--hover);
    color: var(--text);
  }

  confab-emoji-picker::part(button) {
    inline-size: 32px;
    block-size: 32px;
  }

  .emoji {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', var(--font);
    font-size: 17px;
  }

  /* under fingers there is the menu alone, from a long press; the bar is where it begins */
  @media (hover: none) {
    .bar {
      opacity: 0;
      pointer-events: none;
    }
  }
`;

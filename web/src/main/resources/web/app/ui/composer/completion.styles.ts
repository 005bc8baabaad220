import { css } from 'lit';

export const completionStyles = css`
  .offered {
    position: absolute;
    inset-block-end: calc(100% + 6px);
    inset-inline: 0;
    z-index: 5;
    max-block-size: min(344px, 45dvh);
    overflow: hidden auto;
    padding: 6px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: var(--shadow);
    overscroll-behavior: contain;
  }

  .offered [role='option'] {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 40px;
    padding-inline: 8px;
    border-radius: var(--radius-small);
    cursor: pointer;
  }

  .offered [role='option']:hover {
    background: var(--hover);
  }

  .offered [aria-selected='true'] {
    background: var(--selected) !important;
    color: var(--on-selected);
  }

  .offered .sign {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 28px;
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', var(--font);
    font-size: 20px;
  }

  .offered .name,
  .offered .detail {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .offered .detail {
    flex: 1;
    color: var(--muted);
    font-size: 13.5px;
  }

  .offered [aria-selected='true'] .detail {
    color: inherit;
  }
`;

import { css } from 'lit';

export const searchStyles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block: 10px;
  }

  .chip {
    padding: 4px 12px;
    border: 1px solid var(--line);
    border-radius: 999px;
    background: none;
    font-size: 13px;
  }

  .chip[aria-pressed='true'] {
    border-color: transparent;
    background: var(--selected);
    color: var(--on-selected);
  }

  [role='option'] {
    padding: 8px 10px;
    border-radius: var(--radius-small);
    cursor: pointer;
    scroll-margin: 8px;
  }

  [role='option']:hover {
    background: var(--hover);
  }

  [aria-selected='true'] {
    background: var(--selected);
    color: var(--on-selected);
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    font-size: 13px;
  }

  [aria-selected='true'] .muted {
    color: inherit;
  }

  .text {
    overflow-wrap: anywhere;
  }

  mark {
    border-radius: 3px;
    background: var(--found);
    color: inherit;
  }

  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 6px 16px;
    margin: 8px 0 0;
  }

  dd {
    margin: 0;
  }

  .foot {
    margin-block-start: 12px;
  }
`;

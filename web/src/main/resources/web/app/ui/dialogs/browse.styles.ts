import { css } from 'lit';

export const browseStyles = css`
  .search {
    position: sticky;
    inset-block-start: -8px;
    z-index: 1;
    display: flex;
    align-items: center;
    margin-block-start: -8px;
    padding-block: 8px;
    background: var(--raised);
  }

  .search svg {
    position: absolute;
    inset-inline-start: 12px;
    color: var(--muted);
  }

  .search input {
    padding-inline-start: 40px;
  }

  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px 14px;
    padding-block: 12px;
    border-block-end: 1px solid var(--line);
  }

  .sign {
    display: grid;
    place-items: center;
    inline-size: 38px;
    block-size: 38px;
    border-radius: 10px;
    background: var(--sunken);
    color: var(--muted);
  }

  h3 {
    overflow-wrap: anywhere;
    font-size: 15px;
    line-height: 1.35;
  }

  .topic {
    overflow-wrap: anywhere;
    font-size: 14px;
  }

  .about .muted {
    font-size: 13px;
  }

  confab-password-prompt {
    grid-column: 2 / -1;
    padding-block: 8px 4px;
  }

  .more {
    inline-size: 100%;
    margin-block-start: 16px;
  }

  .empty,
  .error {
    padding-block: 24px 8px;
    text-align: center;
  }
`;

import { css } from 'lit';

export const threadStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    background: var(--surface);
  }

  header {
    flex: none;
  }

  :host > header {
    display: flex;
    align-items: center;
    min-block-size: 60px;
    padding: 8px 10px 8px 20px;
    border-block-end: 1px solid var(--line);
  }

  h2 {
    flex: 1;
    font-size: 15px;
  }

  .box {
    flex: 1;
    min-block-size: 0;
  }

  .rows {
    margin-block-start: 0;
  }

  .message {
    grid-template-columns: 58px minmax(0, 1fr);
  }

  .gutter {
    padding-inline-start: 12px;
  }

  .older {
    padding: 8px 20px;
    font-size: 13.5px;
  }

  .older.error {
    color: var(--danger);
  }

  .also {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 6px 20px;
    color: var(--muted);
    font-size: 13px;
  }

  .also span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

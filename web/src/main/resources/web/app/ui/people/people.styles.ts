import { css } from 'lit';

export const peopleStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  header {
    display: flex;
    align-items: center;
    min-block-size: 60px;
    padding: 8px 10px 8px 20px;
  }

  h2 {
    flex: 1;
    font-size: 13.5px;
    font-weight: 650;
  }

  h2 .muted {
    font-weight: 500;
  }

  ul {
    flex: 1;
    overflow: auto;
    padding: 0 10px 16px;
    overscroll-behavior: contain;
  }

  li {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 42px;
    padding-inline: 10px 2px;
    border-radius: var(--radius-small);
  }

  li:hover,
  li:focus-within {
    background: var(--hover);
  }

  .name {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .role {
    display: grid;
    color: var(--muted);
  }

  .button {
    margin: 8px 16px 16px;
  }

  .close {
    display: none;
  }

  @media (max-width: 999px) {
    .close {
      display: inline-grid;
    }
  }
`;

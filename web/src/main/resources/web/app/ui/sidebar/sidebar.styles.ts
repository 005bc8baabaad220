import { css } from 'lit';

export const sidebarStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  header {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 60px;
    padding: 8px 10px 8px 18px;
  }

  .brand {
    flex: 1;
    font-size: 18px;
    font-weight: 700;
    letter-spacing: -0.02em;
  }

  .lists {
    flex: 1;
    overflow: auto;
    padding: 4px 10px 16px;
    overscroll-behavior: contain;
  }

  section + section {
    margin-block-start: 22px;
  }

  .fold {
    display: flex;
    align-items: center;
    gap: 6px;
    inline-size: 100%;
    padding: 6px 10px;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: var(--muted);
    font-size: 12.5px;
    font-weight: 650;
    letter-spacing: 0.03em;
    text-align: start;
  }

  .fold:hover {
    color: var(--text);
  }

  .fold svg {
    transition: rotate 0.12s;
  }

  .fold[aria-expanded='false'] svg {
    rotate: -90deg;
  }

  .row {
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: 38px;
    padding: 3px 10px;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: var(--text);
    text-align: start;
    text-decoration: none;
  }

  .row:hover {
    background: var(--hover);
  }

  .row.act,
  .sign {
    color: var(--muted);
  }

  .row.act:hover {
    color: var(--text);
  }

  .sign {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 20px;
  }

  .name {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .news .name {
    font-weight: 650;
  }

  .shown,
  .shown:hover,
  .shown .sign {
    background: var(--selected);
    color: var(--on-selected);
  }

  .shown {
    font-weight: 600;
  }

  .direct.shown,
  .direct.shown:hover {
    background: var(--private-selected);
    color: var(--on-private-selected);
  }

  .unread {
    flex: none;
    min-inline-size: 22px;
    padding: 0 7px;
    border-radius: 11px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 12px;
    font-weight: 700;
    line-height: 22px;
    text-align: center;
  }

  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    margin-inline: 7px;
    border-radius: 50%;
    background: var(--accent);
  }

  .shown .dot {
    background: currentColor;
  }

  .draft {
    display: grid;
    flex: none;
    color: var(--muted);
  }

  .mentions {
    flex: none;
    padding: 0 6px;
    border-radius: 11px;
    background: var(--danger);
    color: var(--on-danger);
    font-size: 12px;
    font-weight: 700;
    line-height: 22px;
  }

  .direct .unread {
    background: var(--private);
    color: var(--on-private);
  }

  .who {
    position: relative;
    display: grid;
    margin-inline: -4px;
  }

  .who.online::after {
    content: '';
    position: absolute;
    inset-block-end: -2px;
    inset-inline-end: -2px;
    inline-size: 10px;
    block-size: 10px;
    border: 2px solid var(--sidebar);
    border-radius: 50%;
    background: var(--online);
  }

  .empty {
    padding: 0 10px;
    color: var(--muted);
    font-size: 13.5px;
  }

  .skeleton {
    block-size: 14px;
    margin: 12px 40px 12px 12px;
    border-radius: 7px;
    background: var(--hover);
  }
`;

import { css } from 'lit';

export const composerStyles = css`
  :host {
    display: block;
    padding: 0 16px max(16px, env(safe-area-inset-bottom));
  }

  form {
    position: relative;
    padding: 5px;
    border: 1px solid var(--line-strong);
    border-radius: 14px;
    background: var(--surface);
  }

  .line {
    display: flex;
    align-items: flex-end;
    gap: 2px;
  }

  .format-row {
    display: flex;
    gap: 2px;
    overflow: auto hidden;
    margin-block-end: 4px;
    padding-block-end: 4px;
    border-block-end: 1px solid var(--line);
    scrollbar-width: none;
  }

  .format-row .icon-button {
    inline-size: 36px;
    block-size: 36px;
  }

  .format-row .icon-button:focus-visible {
    outline-offset: -2px;
  }

  .format-row .plain {
    margin-inline-start: auto;
  }

  .icon-button[aria-pressed='true'] {
    background: var(--selected);
    color: var(--on-selected);
  }

  form.direct {
    border-color: var(--private);
  }

  form:focus-within {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    max-block-size: 240px;
    padding: 8px 10px;
    border: 0;
    background: none;
    color: var(--text);
    font: inherit;
    font-size: 16px;
    line-height: 24px;
    resize: none;
  }

  textarea:focus-visible {
    outline: 0;
  }

  textarea:placeholder-shown {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }

  .count {
    align-self: center;
    color: var(--muted);
    font-size: 12.5px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .count:not(:empty) {
    padding-inline: 6px;
  }

  .over {
    max-inline-size: 130px;
    color: var(--danger);
    font-weight: 650;
    text-align: end;
    white-space: normal;
  }

  .send {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 40px;
    block-size: 40px;
    padding: 0;
    border: 0;
    border-radius: 10px;
    background: var(--accent);
    color: var(--on-accent);
  }

  .send:hover:enabled {
    background: color-mix(in oklab, var(--accent), var(--text) 15%);
  }

  .send:disabled {
    background: none;
    color: var(--muted);
    opacity: 1;
  }

  @media (max-width: 759px) {
    :host {
      padding-inline: 8px;
      padding-block-end: max(8px, env(safe-area-inset-bottom));
    }
  }
`;

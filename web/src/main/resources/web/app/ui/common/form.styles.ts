import { css } from 'lit';

/** Forms and what stands under their fields. */
export const formStyles = css`
  form {
    display: grid;
    gap: 16px;
  }

  .field {
    display: grid;
    gap: 6px;
  }

  label,
  .label {
    font-size: 13.5px;
    font-weight: 600;
  }

  label .muted {
    font-weight: 400;
  }

  input,
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 42px;
    padding: 8px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: var(--text);
    font: inherit;
    font-size: 16px;
  }

  input::placeholder,
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }

  input[aria-invalid='true'] {
    border-color: var(--danger);
  }

  .with-button {
    position: relative;
  }

  .with-button input {
    padding-inline-end: 48px;
  }

  .with-button .icon-button {
    position: absolute;
    inset-block-start: 1px;
    inset-inline-end: 1px;
  }

  .hint {
    color: var(--muted);
    font-size: 13px;
  }

  .error {
    color: var(--danger);
    font-size: 13.5px;
    font-weight: 500;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }
`;

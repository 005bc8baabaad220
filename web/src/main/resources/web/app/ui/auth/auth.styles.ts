import { css } from 'lit';

export const authStyles = css`
  :host {
    display: block;
    block-size: 100%;
  }

  .page {
    display: grid;
    place-items: center;
    block-size: 100%;
    overflow: auto;
    padding: 24px 16px;
    background:
      radial-gradient(60rem 40rem at 12% -10%, light-dark(#cfe9e1, #123a33) 0%, transparent 60%),
      radial-gradient(50rem 40rem at 105% 110%, light-dark(#e4dcf8, #241a40) 0%, transparent 60%), var(--sidebar);
  }

  confab-theme-toggle {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
  }

  .card {
    inline-size: min(400px, 100%);
    padding: 32px;
    border: 1px solid var(--line);
    border-radius: 18px;
    background: var(--raised);
    box-shadow: var(--shadow);
  }

  h1 {
    display: flex;
    align-items: center;
    gap: 12px;
    font-size: 28px;
    letter-spacing: -0.025em;
  }

  h1 + p {
    margin-block: 6px 24px;
  }

  .why {
    display: flex;
    gap: 10px;
    margin-block-end: 20px;
    padding: 10px 12px;
    border-radius: var(--radius-small);
    background: var(--warning-surface);
    color: var(--warning);
    font-size: 14px;
  }

  .why svg {
    flex: none;
  }

  [role='tablist'] {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 4px;
    margin-block-end: 22px;
    padding: 4px;
    border-radius: var(--radius);
    background: var(--sunken);
  }

  [role='tab'] {
    min-block-size: 38px;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: var(--muted);
    font-weight: 600;
  }

  [role='tab'][aria-selected='true'] {
    background: var(--raised);
    color: var(--text);
    box-shadow: 0 1px 3px #0000001f;
  }

  .button.primary {
    min-block-size: 46px;
  }

  .error.box {
    padding: 10px 12px;
    border-radius: var(--radius-small);
    background: var(--danger-surface);
  }

  @media (max-width: 480px) {
    .card {
      padding: 24px 20px;
    }
  }
`;

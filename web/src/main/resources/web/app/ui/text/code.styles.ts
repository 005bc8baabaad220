import { css } from 'lit';

/** Colours hold AA contrast against the ground of code, in both themes. */
export const codeStyles = css`
  confab-code {
    display: block;
    max-inline-size: 100%;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
    overflow: hidden;
    direction: ltr;
  }

  .code-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 32px;
    padding-inline-start: 12px;
    color: var(--muted);
    font-size: 12px;
    user-select: none;
  }

  .code-head .icon-button {
    inline-size: 36px;
    block-size: 32px;
  }

  confab-code pre {
    overflow: auto hidden;
    margin: 0;
    padding: 2px 12px 10px;
    line-height: 1.45;
    tab-size: 4;
    white-space: pre;
    overscroll-behavior-x: contain;
  }

  confab-code pre:focus-visible {
    outline-offset: -2px;
  }

  .code-keyword {
    color: light-dark(#8b1a8f, #e59ff0);
  }

  .code-string {
    color: light-dark(#1c6b2a, #94d98c);
  }

  .code-number {
    color: light-dark(#8f4a00, #f0b878);
  }

  .code-comment {
    color: light-dark(#676358, #9b988f);
    font-style: italic;
  }

  .code-title {
    color: light-dark(#0b5fa8, #8cc4ff);
  }

  .code-type {
    color: light-dark(#006a75, #6fd3dc);
  }

  .code-meta {
    color: light-dark(#7a5a00, #e0c46c);
  }

  .code-added {
    color: light-dark(#1c6b2a, #94d98c);
  }

  .code-removed {
    color: light-dark(#b3261e, #ff9b91);
  }
`;

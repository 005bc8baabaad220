import { css } from 'lit';

export const timelineStyles = css`
  :host {
    position: relative;
    display: block;
    min-block-size: 0;
  }

  .box {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    padding-block-end: 8px;
  }

  .box:focus-visible {
    outline-offset: -3px;
  }

  .rows {
    position: relative;
    margin-block-start: auto;
  }

  .day,
  .new {
    display: flex;
    align-items: center;
    gap: 12px;
    margin: 18px 20px 6px;
    color: var(--muted);
    font-size: 12.5px;
    font-weight: 600;
  }

  .day::before,
  .day::after,
  .new::before {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--line);
  }

  .new {
    margin-block: 10px 2px;
    color: var(--accent);
  }

  .new::before {
    border-color: var(--accent);
  }

  .jump {
    position: absolute;
    inset-block-end: 12px;
    inset-inline: 0;
    display: flex;
    align-items: center;
    gap: 6px;
    inline-size: fit-content;
    min-block-size: 36px;
    margin-inline: auto;
    padding: 0 16px 0 12px;
    border: 0;
    border-radius: 18px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 14px;
    font-weight: 600;
    box-shadow: var(--shadow);
  }

  @keyframes late {
    from {
      opacity: 0;
    }
  }
`;

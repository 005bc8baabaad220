import { css } from 'lit';

export const olderStyles = css`
  .older {
    flex: none;
    min-block-size: 44px;
    padding: 12px 20px;
  }

  .beginning {
    padding: 36px 20px 4px;
    margin-block-start: auto;
  }

  .beginning + .rows {
    margin-block-start: 0;
  }

  .beginning .sign {
    display: inline-grid;
    place-items: center;
    inline-size: 52px;
    block-size: 52px;
    border-radius: 14px;
    background: var(--selected);
    color: var(--on-selected);
  }

  :host([data-kind='direct']) .beginning .sign {
    background: var(--private-selected);
    color: var(--on-private-selected);
  }

  .beginning h2 {
    margin-block-start: 12px;
    overflow-wrap: anywhere;
    font-size: 22px;
    letter-spacing: -0.015em;
  }

  .skeletons {
    padding: 20px 16px;
    animation: late 0.3s 0.25s both;
  }

  .skeleton {
    display: grid;
    grid-template-columns: 36px 1fr;
    gap: 8px 12px;
    margin-block-end: 22px;
  }

  .skeleton > * {
    block-size: 12px;
    border-radius: 6px;
    background: var(--hover);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }

  .skeleton i {
    grid-row: span 2;
    block-size: 36px;
    border-radius: 10px;
  }

  .skeleton b {
    inline-size: 110px;
  }

  .skeleton em {
    inline-size: 70%;
  }

  .line-2 em,
  .line-4 em {
    inline-size: 45%;
  }

  @keyframes breathe {
    from {
      opacity: 0.5;
    }
  }
`;

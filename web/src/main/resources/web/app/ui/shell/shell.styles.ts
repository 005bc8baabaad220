import { css } from 'lit';

export const shellStyles = css`
  :host {
    display: block;
    block-size: 100%;
  }

  .skip {
    position: fixed;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    z-index: 4;
    min-block-size: 40px;
    padding: 0 16px;
    border: 0;
    border-radius: var(--radius-small);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }

  .skip:not(:focus) {
    inline-size: 1px;
    min-block-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .shell {
    display: grid;
    grid-template-columns: 272px minmax(0, 1fr);
    block-size: 100%;
  }

  .shell.with-people {
    grid-template-columns: 272px minmax(0, 1fr) 240px;
  }

  .shell.with-thread {
    grid-template-columns: 272px minmax(0, 1fr) minmax(300px, 400px);
  }

  .thread {
    min-block-size: 0;
    border-inline-start: 1px solid var(--line);
  }

  .side {
    min-block-size: 0;
    background: var(--sidebar);
    border-inline-end: 1px solid var(--line);
    outline: 0;
  }

  .people {
    border-inline: 1px solid var(--line);
    border-inline-end: 0;
  }

  main {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
    background: var(--surface);
  }

  confab-place {
    flex: 1;
    min-block-size: 0;
  }

  .veil {
    display: none;
    position: fixed;
    inset: 0;
    z-index: 2;
    padding: 0;
    border: 0;
    background: light-dark(#1e1d1a59, #000000a0);
  }

  @media (max-width: 999px) {
    .shell,
    .shell.with-people,
    .shell.with-thread {
      grid-template-columns: 272px minmax(0, 1fr);
    }

    .thread {
      position: fixed;
      inset-block: 0;
      inset-inline-end: 0;
      z-index: 2;
      inline-size: min(420px, 100vw);
      box-shadow: var(--shadow);
    }

    .people {
      position: fixed;
      inset-block: 0;
      inset-inline-end: 0;
      z-index: 3;
      inline-size: min(300px, 86vw);
      visibility: hidden;
      transform: translateX(100%);
      transition:
        transform 0.2s ease-out,
        visibility 0.2s;
    }

    .veil {
      display: block;
    }
  }

  @media (max-width: 759px) {
    .shell,
    .shell.with-people,
    .shell.with-thread {
      grid-template-columns: minmax(0, 1fr);
    }

    .thread {
      inline-size: 100vw;
      border: 0;
    }

    .side:not(.people) {
      position: fixed;
      inset-block: 0;
      inset-inline-start: 0;
      z-index: 3;
      inline-size: min(320px, 86vw);
      visibility: hidden;
      transform: translateX(-100%);
      transition:
        transform 0.2s ease-out,
        visibility 0.2s;
    }
  }

  @media (max-width: 999px) {
    .side.open.open {
      visibility: visible;
      transform: none;
      box-shadow: var(--shadow);
    }
  }
`;

import { css } from 'lit';

export const placeHeaderStyles = css`
  header {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 60px;
    padding: 8px 12px 8px 20px;
    border-block-end: 1px solid var(--line);
  }

  .sign {
    display: grid;
    flex: none;
    color: var(--muted);
  }

  .title {
    flex: 1;
    min-inline-size: 0;
    padding-inline-start: 4px;
  }

  h1,
  .topic {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  h1 {
    font-size: 17px;
    font-weight: 680;
    letter-spacing: -0.01em;
    line-height: 1.3;
  }

  .topic {
    color: var(--muted);
    font-size: 13px;
    line-height: 1.35;
  }

  .private {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin-inline-end: 8px;
    padding: 4px 12px 4px 9px;
    border-radius: 14px;
    background: var(--private-selected);
    color: var(--on-private-selected);
    font-size: 13px;
    font-weight: 650;
  }

  .narrow,
  .people {
    display: none;
  }

  .narrow {
    position: relative;
  }

  .dot {
    position: absolute;
    inset-block-start: 7px;
    inset-inline-end: 7px;
    inline-size: 9px;
    block-size: 9px;
    border: 2px solid var(--surface);
    border-radius: 50%;
    background: var(--danger);
    box-sizing: content-box;
  }

  @media (max-width: 999px) {
    .people {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      gap: 4px;
      inline-size: auto;
      min-inline-size: 40px;
      padding-inline: 8px;
      font-size: 13px;
      font-weight: 600;
    }
  }

  @media (max-width: 759px) {
    .narrow {
      display: inline-grid;
    }

    header {
      padding-inline: 8px;
    }
  }
`;

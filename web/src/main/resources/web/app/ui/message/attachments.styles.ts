import { css } from 'lit';

export const attachmentStyles = css`
  .files {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 6px;
    margin-block: 4px;
  }

  .picture {
    max-inline-size: 100%;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--hover);
    line-height: 0;
    cursor: zoom-in;
  }

  .picture img {
    max-inline-size: 100%;
    block-size: auto;
  }

  .played {
    inline-size: min(420px, 100%);
    margin: 0;
  }

  .played video {
    inline-size: 100%;
    max-block-size: 300px;
    aspect-ratio: 16 / 9;
    border-radius: 10px;
    background: #000;
  }

  .played audio {
    inline-size: 100%;
    block-size: 54px;
  }

  .file {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    max-inline-size: 100%;
    padding: 8px 12px;
    border: 1px solid var(--line);
    border-radius: 10px;
    color: var(--text);
    text-decoration: none;
  }

  .file:hover {
    background: var(--hover);
  }

  .file svg {
    flex: none;
  }

  .file bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .file .muted {
    flex: none;
    color: var(--muted);
    font-size: 13px;
  }
`;

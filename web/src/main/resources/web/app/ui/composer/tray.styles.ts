import { css } from 'lit';

export const trayStyles = css`
  .tray {
    display: grid;
    gap: 6px;
    max-block-size: 40dvh;
    margin: 0 0 6px;
    padding: 2px 2px 6px;
    overflow: auto;
    border-block-end: 1px solid var(--line);
    list-style: none;
  }

  .tray li {
    display: grid;
    grid-template-columns: 56px minmax(0, 1fr) auto;
    gap: 10px;
    align-items: center;
  }

  .preview {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    border-radius: 8px;
    background: var(--hover);
    object-fit: cover;
  }

  .tray p {
    margin: 0;
  }

  .tray .name {
    overflow: hidden;
    font-size: 14px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tray progress {
    inline-size: 100%;
    accent-color: var(--accent);
  }

  .tray .alt {
    inline-size: 100%;
    padding: 4px 8px;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--surface);
    color: var(--text);
    font: inherit;
    font-size: 16px;
  }

  .tray .error {
    color: var(--danger);
    font-size: 13.5px;
  }

  form.dropping {
    outline: 2px dashed var(--accent);
    outline-offset: 2px;
  }
`;

import { css } from 'lit';

/** What formatted texts look like, for whatever shows them. */
export const formattedStyles = css`
  .text p {
    white-space: pre-wrap;
  }

  .text > * + *,
  .text blockquote > * + * {
    margin-block-start: 8px;
  }

  .text blockquote {
    margin: 0;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--line-button);
    color: var(--muted);
  }

  .text ul,
  .text ol {
    padding-inline-start: 26px;
    list-style: disc;
  }

  .text ol {
    list-style: decimal;
  }

  .text code {
    font-family: var(--mono);
    font-size: 0.9em;
  }

  .text p code {
    padding: 1px 5px;
    border: 1px solid var(--line);
    border-radius: 5px;
    background: var(--sunken);
    box-decoration-break: clone;
  }

  .text a {
    unicode-bidi: isolate;
  }

  .text .host {
    color: var(--muted);
    font-size: 0.9em;
  }

  .mention {
    box-decoration-break: clone;
    padding-inline: 3px;
    border-radius: 5px;
    background: color-mix(in oklab, var(--selected), transparent 45%);
    color: var(--on-selected);
    font-weight: 550;
    text-decoration: none;
  }

  .mention:hover {
    text-decoration: underline;
  }

  .mention.me {
    background: var(--warning-surface);
    color: var(--warning);
  }

  .emoji {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', var(--font);
  }

  @media (forced-colors: active) {
    .mention.me {
      outline: 1px solid;
    }
  }
`;

/** Formatted text as elements. Everything that somebody wrote is a text node, or an address that was looked at. */
import { html, nothing, type TemplateResult } from 'lit';
import { addressOf } from '../../chat/place';
import { piecesOf, realHost } from '../../text/links';
import type { Block, Inline } from '../../text/markdown/nodes';
import './code-block';
import { mention, type Mentions } from './mention';

export function blocks(all: readonly Block[], mentions: Mentions): unknown {
  return all.map((one) => block(one, mentions));
}

/** As it was typed; only addresses can be followed. */
export function asTyped(text: string): TemplateResult {
  const pieces = piecesOf(text).map((piece) => (piece.kind === 'text' ? piece.text : link(piece.href, piece.text)));
  return html`<p dir="auto">${pieces}</p>`;
}

function block(one: Block, mentions: Mentions): TemplateResult {
  switch (one.kind) {
    case 'paragraph':
      return html`<p dir="auto">${inlines(one.children, mentions)}</p>`;
    case 'code':
      return html`<confab-code .text=${one.text} .language=${one.language}></confab-code>`;
    case 'quote':
      return html`<blockquote>${blocks(one.children, mentions)}</blockquote>`;
    case 'list': {
      const items = one.items.map((item) => html`<li dir="auto">${blocks(item, mentions)}</li>`);
      return one.start === undefined
        ? html`<ul>
            ${items}
          </ul>`
        : html`<ol start=${one.start}>
            ${items}
          </ol>`;
    }
  }
}

function inlines(all: readonly Inline[], mentions: Mentions): unknown {
  return all.map((one) => inline(one, mentions));
}

function inline(one: Inline, mentions: Mentions): unknown {
  switch (one.kind) {
    case 'text':
      return one.text;
    case 'bold':
      return html`<strong>${inlines(one.children, mentions)}</strong>`;
    case 'italic':
      return html`<em>${inlines(one.children, mentions)}</em>`;
    case 'strike':
      return html`<s>${inlines(one.children, mentions)}</s>`;
    case 'code':
      return html`<code dir="auto">${one.text}</code>`;
    case 'link':
      return link(one.href, inlines(one.children, mentions), textOf(one.children));
    case 'person':
      return mention(one.text, mentions);
    case 'room':
      return html`<a class="mention" dir="auto" href=${addressOf({ kind: 'room', room: one.room })}>${one.text}</a>`;
    case 'emoji':
      return html`<span class="emoji" title=${one.text}>${one.sign}</span>`;
  }
}

/** Leads out of the page. Whose label reads like another address shows where it leads. */
function link(href: string, label: unknown, text = ''): TemplateResult {
  const host = realHost(text, href);
  return html`<a href=${href} title=${href} target="_blank" rel="noopener noreferrer nofollow" dir="auto">${label}</a
    >${host === undefined ? nothing : html`<bdi class="host"> (${host})</bdi>`}`;
}

function textOf(all: readonly Inline[]): string {
  return all.map((one) => ('children' in one ? textOf(one.children) : one.text)).join('');
}

/** How a text begins, in one line and without its formatting. Pure, but for what it remembers. */
import type { Block, Inline } from './markdown/nodes';
import { Readings } from './markdown/readings';

const readings = new Readings();
const NO_ROOMS: readonly string[] = [];

/** The same words without the signs that format them. */
export function plain(text: string): string {
  return readings.of(text, NO_ROOMS).map(blockText).join(' ').replace(/\s+/g, ' ').trim();
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.children.map(inlineText).join('');
    case 'code':
      return block.text;
    case 'quote':
      return block.children.map(blockText).join(' ');
    case 'list':
      return block.items.map((item) => item.map(blockText).join(' ')).join(', ');
  }
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case 'bold':
    case 'italic':
    case 'strike':
    case 'link':
      return inline.children.map(inlineText).join('');
    case 'emoji':
      return inline.sign;
    case 'text':
    case 'code':
    case 'person':
    case 'room':
      return inline.text;
  }
}

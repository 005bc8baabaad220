import {
  Budget,
  MAX_BLOCK_LEVEL,
  MAX_INLINE_LEVEL,
  MAX_STEPS,
} from '../../main/resources/web/app/text/markdown/budget';
import { read } from '../../main/resources/web/app/text/markdown/markdown';
import type { Block, Inline } from '../../main/resources/web/app/text/markdown/nodes';
import { Readings } from '../../main/resources/web/app/text/markdown/readings';
import { MAX_TEXT } from '../../main/resources/web/app/protocol/names';
import { equal, tests } from './check';

const full = (part: string): string => part.repeat(MAX_TEXT).slice(0, MAX_TEXT);
const rows = (line: (n: number) => string): string =>
  Array.from({ length: MAX_TEXT }, (_, n) => line(n))
    .join('\n')
    .slice(0, MAX_TEXT);

const BOMBS: readonly string[] = [
  ...['`', '*', '_', '~', '[', '(', '<', '>', '\\', '@', '#', ':', '!', '😀', '\n'],
  ...['*a ', '**a', '*a_', '_a*', '~~a*', '*a**b', '`a``', '[a](', '[a](<', '[a](http://b((', '](', '![', '[]('],
  ...[
    '> ',
    '- ',
    '1. ',
    '> - ',
    '- > ',
    '>\n',
    '- a\n',
    '> a\n',
    '1. a\n',
    '```\n',
    '> ```\n',
    '- ```\n',
    '\n\n- a',
    '~~~\n',
  ],
  ...[
    'https://a ',
    'http://',
    '://',
    '<http://',
    '<a@b ',
    '@a',
    ' @a',
    '#a',
    ' #room',
    ':a',
    ':a:',
    ':+1:',
    '\\*',
    ' \n\t',
  ],
].map(full);

const NESTED: readonly string[] = [
  rows((n) => `${' '.repeat(2 * n)}- x`),
  rows((n) => `${'> '.repeat(n)}x`),
  rows((n) => `${'> '.repeat(60)}${n}`),
  Array.from({ length: 88 }, (_, n) => '`'.repeat(n + 1)).join(' '),
  `${'['.repeat(1_500)}a${']'.repeat(1_500)}(https://a.example)`,
  `https://a.example/${'('.repeat(1_900)}${')'.repeat(2_000)}`,
  `https://a.example/${')'.repeat(3_900)}`,
  `[a](https://a.example/${'('.repeat(1_900)}${')'.repeat(1_900)})`,
  `${'*'.repeat(1_999)}a${'*'.repeat(1_999)}`,
  `${'*a '.repeat(600)}${'b* '.repeat(600)}`,
  `${'**a *b '.repeat(280)}${'c* d** '.repeat(280)}`,
];

function depth(blocks: readonly Block[]): number {
  return Math.max(0, ...blocks.map(depthOf));
}

function depthOf(block: Block): number {
  if (block.kind === 'quote') return 1 + depth(block.children);
  if (block.kind === 'list') return 1 + Math.max(...block.items.map(depth));
  return 0;
}

function inlineDepth(blocks: readonly Block[]): number {
  return Math.max(
    0,
    ...blocks.map((block) => {
      if (block.kind === 'paragraph') return levels(block.children);
      if (block.kind === 'quote') return inlineDepth(block.children);
      return block.kind === 'list' ? Math.max(...block.items.map(inlineDepth)) : 0;
    }),
  );
}

function levels(all: readonly Inline[]): number {
  return Math.max(0, ...all.map((one) => ('children' in one ? 1 + levels(one.children) : 0)));
}

function lettersOf(blocks: readonly Block[]): number {
  return JSON.stringify(blocks).split('a').length;
}

tests('the cost of formatting', {
  'stays within its bound, whatever is typed'() {
    for (const text of [...BOMBS, ...NESTED]) {
      const budget = new Budget();
      read(text, ['room', 'a'], budget);
      equal([text.slice(0, 20), budget.steps <= MAX_STEPS + MAX_TEXT], [text.slice(0, 20), true]);
    }
  },

  'is far below the bound for texts that people write'() {
    const budget = new Budget();
    read(
      full('Have a **look** at [this](https://a.example/b), @ann:\n\n- `one`\n- _two_ :tada:\n\n'),
      ['room'],
      budget,
    );
    equal(budget.steps < MAX_STEPS / 4, true);
  },

  'is that of a plain text once it is too much'() {
    const text = full('[');
    equal(read(text, []), [{ kind: 'paragraph', children: [{ kind: 'text', text }] }]);
  },

  'is that of a plain text where the text is longer than any that is sent'() {
    const text = '*a* '.repeat(2_001);
    equal(read(text, []), [{ kind: 'paragraph', children: [{ kind: 'text', text }] }]);
  },

  'goes only so deep'() {
    for (const text of [...BOMBS, ...NESTED]) {
      equal(depth(read(text, [])) <= MAX_BLOCK_LEVEL, true);
      equal(inlineDepth(read(text, [])) <= MAX_INLINE_LEVEL + 1, true);
    }
    equal(depth(read('> '.repeat(50) + 'x', [])), MAX_BLOCK_LEVEL);
    equal(inlineDepth(read(`${'*'.repeat(99)}x${'*'.repeat(99)}`, [])), MAX_INLINE_LEVEL);
  },

  'leaves out nothing of what is too deep'() {
    equal(lettersOf(read('> '.repeat(50) + 'aaaa', [])), 1 + 'paragraph'.split('a').length - 1 + 4);
    equal(JSON.stringify(read(`${'*'.repeat(99)}x${'*'.repeat(99)}`, [])).split('*').length > 100, true);
  },

  'comes once for the same text and rooms'() {
    const readings = new Readings();
    const rooms = ['kitchen'];
    const first = readings.of('to #kitchen and #garden', rooms);
    equal(readings.of('to #kitchen and #garden', rooms) === first, true);
    equal(JSON.stringify(readings.of('to #kitchen and #garden', ['garden'])) === JSON.stringify(first), false);
  },
});

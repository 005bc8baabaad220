/** Makes a tree of a row of tokens. */
import { MAX_INLINE_LEVEL } from './budget';
import type { Token } from './inline-state';
import type { Inline } from './nodes';

type Emphasis = 'bold' | 'italic' | 'strike';

const EMPHASES: Readonly<Record<string, Emphasis>> = {
  strong_open: 'bold',
  em_open: 'italic',
  s_open: 'strike',
};

export function inlinesOf(tokens: readonly Token[], level = 0): readonly Inline[] {
  const open: { readonly emphasis: Emphasis | undefined; readonly children: Inline[] }[] = [];
  const root: Inline[] = [];
  const here = (): Inline[] => open.at(-1)?.children ?? root;
  for (const token of tokens) {
    const emphasis = EMPHASES[token.type];
    if (emphasis !== undefined) {
      const isTooDeep = level + open.length >= MAX_INLINE_LEVEL;
      if (isTooDeep) addText(here(), token.markup);
      open.push({ emphasis: isTooDeep ? undefined : emphasis, children: isTooDeep ? here() : [] });
    } else if (token.nesting === -1) {
      const closed = open.pop();
      if (closed?.emphasis === undefined) addText(here(), token.markup);
      else here().push({ kind: closed.emphasis, children: closed.children });
    } else if (token.type === 'text') addText(here(), token.content);
    else here().push(leaf(token, level + open.length));
  }
  return root;
}

function leaf({ type, content, target, label }: Token, level: number): Inline {
  switch (type) {
    case 'link':
      return {
        kind: 'link',
        href: target,
        children: label === undefined ? [asText(content)] : inlinesOf(label, level),
      };
    case 'room':
      return { kind: 'room', room: target, text: content };
    case 'emoji':
      return { kind: 'emoji', sign: target, text: content };
    case 'person':
      return { kind: 'person', text: content };
    default:
      return { kind: 'code', text: content };
  }
}

function addText(children: Inline[], text: string): void {
  if (text === '') return;
  const last = children.at(-1);
  if (last?.kind === 'text') children[children.length - 1] = asText(last.text + text);
  else children.push(asText(text));
}

function asText(text: string): Inline {
  return { kind: 'text', text };
}

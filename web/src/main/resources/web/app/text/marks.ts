/** What the buttons of the format row do to a text. Pure. */

export type Format = 'bold' | 'italic' | 'strike' | 'code' | 'quote' | 'list' | 'link';

export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What to put in the place of a part of the text, and what is selected then. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SIGNS = { bold: '**', italic: '*', strike: '~~', code: '`' };
const PREFIXES = { quote: '> ', list: '- ' };
const ADDRESS = 'https://';

/** Formats what is selected, or takes the format off. */
export function formattedBy(format: Format, selected: Selected): Edit {
  if (format === 'link') return asLink(selected);
  if (format === 'quote' || format === 'list') return withPrefix(PREFIXES[format], selected);
  const isBlock = format === 'code' && selected.text.slice(selected.start, selected.end).includes('\n');
  return isBlock ? asBlock(selected) : withSigns(SIGNS[format], trimmed(selected));
}

/** A sign beside a space formats nothing. */
function trimmed({ text, start, end }: Selected): Selected {
  const inner = text.slice(start, end);
  if (inner.trim() === '') return { text, start, end };
  const before = inner.length - inner.trimStart().length;
  const after = inner.length - inner.trimEnd().length;
  return { text, start: start + before, end: end - after };
}

function withSigns(sign: string, { text, start, end }: Selected): Edit {
  const inner = text.slice(start, end);
  const length = sign.length;
  if (has(sign, text.slice(0, start), text.slice(end))) {
    return { from: start - length, to: end + length, text: inner, start: start - length, end: end - length };
  }
  if (inner.length > 2 * length && has(sign, openingOf(inner), closingOf(inner))) {
    return { from: start, to: end, text: inner.slice(length, -length), start, end: end - 2 * length };
  }
  return { from: start, to: end, text: sign + inner + sign, start: start + length, end: end + length };
}

/** Whether it stands on both sides; of `**`, which is bold, no half is italic, and of `***` there is one of each. */
function has(sign: string, before: string, after: string): boolean {
  if (!before.endsWith(sign) || !after.startsWith(sign)) return false;
  const stars = Math.min(closingOf(before).length, openingOf(after).length);
  return sign !== '*' || stars % 2 === 1;
}

function openingOf(text: string): string {
  return /^([*~`])\1*/.exec(text)?.[0] ?? '';
}

function closingOf(text: string): string {
  return /([*~`])\1*$/.exec(text)?.[0] ?? '';
}

function asBlock({ text, start, end }: Selected): Edit {
  const before = start === 0 || text[start - 1] === '\n' ? '' : '\n';
  const after = end === text.length || text[end] === '\n' ? '' : '\n';
  const inner = text.slice(start, end).replace(/\n$/, '');
  const opening = `${before}\`\`\`\n`;
  const from = start + opening.length;
  return { from: start, to: end, text: `${opening}${inner}\n\`\`\`${after}`, start: from, end: from + inner.length };
}

/** Whole lines, each; off, where all of them have it. */
function withPrefix(prefix: string, { text, start, end }: Selected): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const to = newline < 0 ? text.length : newline;
  const lines = text.slice(from, to).split('\n');
  const isOn = lines.every((line) => line.startsWith(prefix));
  const changed = lines.map((line) => (isOn ? line.slice(prefix.length) : prefix + line)).join('\n');
  const first = isOn ? -prefix.length : prefix.length;
  const isCaret = start === end;
  return {
    ...{ from, to, text: changed },
    start: isCaret ? Math.max(from, start + first) : from,
    end: isCaret ? Math.max(from, start + first) : from + changed.length,
  };
}

/** What is an address becomes one that wants a label, and anything else a label that wants an address. */
function asLink(selected: Selected): Edit {
  const { text, start, end } = trimmed(selected);
  const inner = text.slice(start, end);
  if (/^(https?:\/\/|mailto:)\S+$/i.test(inner)) {
    return { from: start, to: end, text: `[](${inner})`, start: start + 1, end: start + 1 };
  }
  const at = start + inner.length + 3;
  return { from: start, to: end, text: `[${inner}](${ADDRESS})`, start: at, end: at + ADDRESS.length };
}

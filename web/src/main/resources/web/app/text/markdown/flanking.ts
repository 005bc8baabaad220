/**
 * Where emphasis may begin and end. CommonMark asks for a space or punctuation beside a sign that touches punctuation, and
 * Chinese, Japanese and Korean have no spaces there: `**强调（注）**文字` stays unformatted. So their letters count like spaces
 * would, and their own punctuation like letters (after github.com/tats-u/markdown-cjk-friendly).
 */
const CJK =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\u3000-\u303f\ufe30-\ufe4f\uff01-\uffee]/u;
const SPACE = /[\s\p{Zs}]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

type Sign = 'space' | 'punctuation' | 'cjk' | 'letter';

export interface Flanking {
  readonly can_open: boolean;
  readonly can_close: boolean;
  readonly length: number;
}

/** What the row of equal signs that begins there may do. @param canSplitWord whether it may in the midst of a word */
export function flankingOf(text: string, start: number, canSplitWord: boolean): Flanking {
  let end = start;
  while (end < text.length && text[end] === text[start]) end++;
  const before = signOf(charBefore(text, start));
  const after = signOf(charAt(text, end));
  const isLeft = after !== 'space' && (after !== 'punctuation' || before !== 'letter');
  const isRight = before !== 'space' && (before !== 'punctuation' || after !== 'letter');
  return {
    can_open: isLeft && (canSplitWord || !isRight || before === 'punctuation'),
    can_close: isRight && (canSplitWord || !isLeft || after === 'punctuation'),
    length: end - start,
  };
}

function signOf(char: string): Sign {
  if (SPACE.test(char)) return 'space';
  if (CJK.test(char)) return 'cjk';
  return PUNCTUATION.test(char) ? 'punctuation' : 'letter';
}

function charAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0x20);
}

function charBefore(text: string, index: number): string {
  if (index === 0) return ' ';
  const isPair =
    index > 1 && /[\udc00-\udfff]/.test(text[index - 1] ?? '') && /[\ud800-\udbff]/.test(text[index - 2] ?? '');
  return isPair ? text.slice(index - 2, index) : text.slice(index - 1, index);
}

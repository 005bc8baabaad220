import type { Block, Inline } from '../../main/resources/web/app/text/markdown/nodes';
import { read } from '../../main/resources/web/app/text/markdown/markdown';
import { equal, tests } from './check';

const ROOMS = ['Release party', 'kitchen', '東京'];

/** The tree in a short form, in which angle brackets are ours and those of the text are not. */
const shown = (text: string): string => read(text, ROOMS).map(block).join('');

function block(one: Block): string {
  switch (one.kind) {
    case 'paragraph':
      return `‹p›${inlines(one.children)}`;
    case 'code':
      return `‹pre ${one.language}›${one.text}‹/pre›`;
    case 'quote':
      return `‹quote›${one.children.map(block).join('')}‹/quote›`;
    case 'list':
      return `‹list ${one.start ?? '-'}›${one.items.map((item) => `‹li›${item.map(block).join('')}`).join('')}‹/list›`;
  }
}

function inlines(all: readonly Inline[]): string {
  return all.map(inline).join('');
}

function inline(one: Inline): string {
  if (one.kind === 'text') return one.text;
  if (one.kind === 'link') return `‹a ${one.href}›${inlines(one.children)}‹/a›`;
  return 'children' in one ? `‹${one.kind}›${inlines(one.children)}‹/${one.kind}›` : `‹${one.kind} ${one.text}›`;
}

/** These texts are shown letter by letter as they were typed. */
function stayAsTyped(...texts: readonly string[]): void {
  for (const text of texts) equal(shown(text), `‹p›${text}`);
}

tests('formatted text', {
  'is bold, italic, struck through, and code'() {
    equal(
      shown('**bold** *it* _it_ ~~no~~ `co*d*e` ***both***'),
      '‹p›‹bold›bold‹/bold› ‹italic›it‹/italic› ‹italic›it‹/italic› ‹strike›no‹/strike› ‹code co*d*e› ‹italic›‹bold›both‹/bold›‹/italic›',
    );
  },

  'keeps underscores in words, stars between spaces, and single tildes'() {
    stayAsTyped('snake_case_words', 'a * b * c', '2*3', '~5 ~6', 'a_b_', '5 > 3 and 2 < 4', 'x ** y ** z');
  },

  'emphasises where there are no spaces between words'() {
    equal(shown('**强调**文字'), '‹p›‹bold›强调‹/bold›文字');
    equal(shown('**强调（注）**文字'), '‹p›‹bold›强调（注）‹/bold›文字');
    equal(shown('他说**“强调”**文字'), '‹p›他说‹bold›“强调”‹/bold›文字');
    equal(
      shown('これは**「重要」**です。**終わり。**次'),
      '‹p›これは‹bold›「重要」‹/bold›です。‹bold›終わり。‹/bold›次',
    );
    equal(shown('강조**강조(괄호)**는 ~~옛(것)~~은'), '‹p›강조‹bold›강조(괄호)‹/bold›는 ‹strike›옛(것)‹/strike›은');
    equal(shown('𠮷**（野）**家'), '‹p›𠮷‹bold›（野）‹/bold›家');
  },

  'keeps line breaks, empty lines as paragraphs, and the indentation of every line'() {
    equal(shown('    first\n  second\n\nthird'), '‹p›    first\n  second‹p›third');
    equal(shown('one\r\ntwo'), '‹p›one\ntwo');
  },

  'leaves HTML as text'() {
    stayAsTyped(
      '<b>bold</b>',
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '&lt;b&gt; &amp; &#x3c;',
      '<!-- no comment -->',
      '</p><style>*{display:none}</style>',
      '<a href="javascript:alert(1)">x</a>',
    );
  },

  'leaves headings, rules, tables and images as text'() {
    stayAsTyped('# heading', 'heading\n===', '***', '| a | b |\n|---|---|\n| 1 | 2 |', '[a]: b', '![a](b)');
    equal(shown('![a](https://b.example)'), '‹p›![a](‹a https://b.example/›https://b.example‹/a›)');
  },

  'keeps backslashes but for those before signs that format'() {
    equal(shown('\\*no\\* \\`no\\` \\[a](b)'), '‹p›*no* `no` [a](b)');
    stayAsTyped('C:\\temp\\new', '\\\\server\\share', '¯\\_(ツ)_/¯', 'a\\');
  },

  'nests quotes, and ends them where the signs end'() {
    equal(shown('> one\n> > two\n> three\nanswer'), '‹quote›‹p›one‹quote›‹p›two‹/quote›‹p›three‹/quote›‹p›answer');
    equal(shown('said:\n> one\n>\n> two'), '‹p›said:‹quote›‹p›one‹p›two‹/quote›');
    stayAsTyped('>.<', '>:(', '>', '>>', '->', '>_>');
  },

  'has lists with what is indented under their items'() {
    equal(shown('- a\n- b\n  - c\n\n  d\nafter'), '‹list -›‹li›‹p›a‹li›‹p›b‹list -›‹li›‹p›c‹/list›‹p›d‹/list›‹p›after');
    equal(shown('3. c\n4. d'), '‹list 3›‹li›‹p›c‹li›‹p›d‹/list›');
    equal(shown('to do:\n1. a\n  - b\n\n2. c'), '‹p›to do:‹list 1›‹li›‹p›a‹list -›‹li›‹p›b‹/list›‹li›‹p›c‹/list›');
    equal(shown('* a\n\t* b'), '‹list -›‹li›‹p›a‹list -›‹li›‹p›b‹/list›‹/list›');
    equal(shown('- a\n\n- b'), '‹list -›‹li›‹p›a‹li›‹p›b‹/list›');
  },

  'takes no sign that stands alone for a list'() {
    stayAsTyped('-', '*', '+', '+ 1', '1.', '1.5', '-5', 'it was\n1986. A year', '--', '1234567890. x');
  },

  'has code between fences, to the end where none closes it'() {
    equal(shown('```Java\n  a < b;\n\n*c*\n```\nafter'), '‹pre java›  a < b;\n\n*c*‹/pre›‹p›after');
    equal(shown('~~~\n```\n~~~'), '‹pre ›```‹/pre›');
    equal(shown('```\nno end\n\n- a'), '‹pre ›no end\n\n- a‹/pre›');
    equal(shown('- see:\n  ```js\n  x\n  ```\n- b'), '‹list -›‹li›‹p›see:‹pre js›x‹/pre›‹li›‹p›b‹/list›');
    equal(shown('> ```\n> a\nb'), '‹quote›‹pre ›a‹/pre›‹/quote›‹p›b');
    equal(shown('```"><script>\nx\n```'), '‹pre ›x‹/pre›');
    equal(shown('```a``` b'), '‹p›‹code a› b');
  },

  'leads with links to pages and mail alone'() {
    equal(shown('[*a* b](https://a.example/b_(c) "title")'), '‹p›‹a https://a.example/b_(c)›‹italic›a‹/italic› b‹/a›');
    equal(
      shown('<https://a.example> <mailto:a@b.example>'),
      '‹p›‹a https://a.example/›https://a.example‹/a› ‹a mailto:a@b.example›a@b.example‹/a›',
    );
    stayAsTyped(
      '[x](javascript:alert(1))',
      '[x](JaVaScRiPt:alert(1))',
      '[x]( javascript:alert(1) )',
      '[x](data:text/html,x)',
      '[x](vbscript:x)',
      '[x](file:///etc/passwd)',
      '[x](//a.example)',
      '[x](/path)',
      '[x](#/room/kitchen)',
      '[x]()',
      '[x](java\nscript:alert(1))',
      '<javascript:alert(1)>',
      '<data:text/html,x>',
      'javascript:alert(1)',
    );
    equal(shown('[x](javascript&colon;alert(1))'), '‹p›[x](javascript&colon;alert(1))');
    equal(shown('[](https://a.example)'), '‹p›[](‹a https://a.example/›https://a.example‹/a›)');
  },

  'has no link in a link'() {
    equal(
      shown('[a [b](https://b.example) c](https://c.example)'),
      '‹p›‹a https://c.example/›a [b](https://b.example) c‹/a›',
    );
    equal(shown('[https://a.example](https://b.example)'), '‹p›‹a https://b.example/›https://a.example‹/a›');
    equal(shown('[a `b](https://c.example) d` e'), '‹p›‹a https://c.example/›a `b‹/a› d` e');
  },

  'keeps addresses whole, whatever signs they have'() {
    equal(
      shown('see https://a.example/*b*_c_~~d~~/, *https://e.example*'),
      '‹p›see ‹a https://a.example/*b*_c_~~d~~/›https://a.example/*b*_c_~~d~~/‹/a›, ‹italic›‹a https://e.example/›https://e.example‹/a›‹/italic›',
    );
    equal(shown('次https://a.example/b。'), '‹p›次‹a https://a.example/b›https://a.example/b‹/a›。');
    stayAsTyped('xhttps://a.example', 'https://', 'ftp://a.example');
  },

  'knows names and rooms, and what only looks like them'() {
    equal(shown('你好@ann。これは@bobと'), '‹p›你好‹person @ann›。これは‹person @bob›と');
    equal(shown('@ann, (@bob_b)! **@cy**'), '‹p›‹person @ann›, (‹person @bob_b›)! ‹bold›‹person @cy›‹/bold›');
    equal(shown('#kitchen #RELEASE party, #東京で'), '‹p›‹room #kitchen› ‹room #RELEASE party›, #東京で');
    stayAsTyped(
      'me@example.org',
      '@ann@example.org',
      '@@ann',
      'a/@ann',
      'ä@ann',
      '𝐀@ann',
      '#kitchens',
      'a#kitchen',
      '# kitchen',
      '#1',
      '@',
      '@@',
      '`',
    );
    equal(shown('`@ann #kitchen :tada:`'), '‹p›‹code @ann #kitchen :tada:›');
  },

  'has emoji by their names'() {
    equal(shown(':tada: :+1: :red_heart:'), '‹p›‹emoji :tada:› ‹emoji :+1:› ‹emoji :red_heart:›');
    stayAsTyped(':no_such_thing:', '10:30:45', ':constructor:', ':toString:', '::');
  },

  'keeps signs that turn the direction of writing where they were typed'() {
    equal(shown('[\u202egnp.exe](https://a.example) \u2067x'), '‹p›‹a https://a.example/›\u202egnp.exe‹/a› \u2067x');
  },
});

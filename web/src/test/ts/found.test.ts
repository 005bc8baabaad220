import { foundIn, has, operator, type Range, toggled } from '../../main/resources/web/app/text/found';
import { equal, tests } from './check';

/** The parts as one text, with `‹` and `›` around what fits. */
function shown(text: string, ...ranges: Range[]): string {
  return foundIn(text, ranges)
    .map((part) => (part.fits ? `‹${part.text}›` : part.text))
    .join('');
}

tests('what was found', {
  'marks what fits'() {
    equal(shown('one two three', [4, 7]), 'one ‹two› three');
    equal(shown('one two three', [8, 13], [0, 3]), '‹one› two ‹three›');
    equal(shown('one'), 'one');
  },

  'shows one line about the first that fits'() {
    const long = `${'word '.repeat(40)}needle ${'more '.repeat(80)}`;
    const at = long.indexOf('needle');
    const text = shown(long, [at, at + 6]);
    equal(text.startsWith('…word '), true);
    equal(text.includes('‹needle›'), true);
    equal(text.endsWith('…'), true);
    equal(text.length < 260, true);
    equal(shown('one\n\n  two', [7, 10]), 'one ‹two›');
  },

  'takes ranges that overlap or are not there'() {
    equal(shown('abcdef', [0, 3], [2, 4]), '‹abc›‹d›ef');
    equal(shown('abc', [1, 9], [2, 2]), 'abc');
  },

  'cuts no character in two'() {
    const text = `${'😀'.repeat(100)} x`;
    const parts = foundIn(text, [[201, 202]]);
    equal(parts.every((part) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(part.text)), true);
  },

  'puts operators into a query and takes them out'() {
    equal(operator('in', 'kitchen'), 'in:kitchen');
    equal(operator('in', 'my "own" room'), 'in:"my own room"');
    equal(toggled('soup', 'in:kitchen'), 'soup in:kitchen');
    equal(toggled('soup in:kitchen hot', 'in:kitchen'), 'soup hot');
    equal(toggled('in:kitchens', 'in:kitchen'), 'in:kitchens in:kitchen');
    equal(has('in:kitchens', 'in:kitchen'), false);
  },
});

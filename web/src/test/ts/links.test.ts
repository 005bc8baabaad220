import { piecesOf } from '../../main/resources/web/app/text/links';
import { equal, tests } from './check';

const linksIn = (text: string): readonly string[] =>
  piecesOf(text).flatMap((piece) => (piece.kind === 'link' ? [piece.text] : []));

tests('links', {
  'end before the punctuation of the sentence'() {
    equal(linksIn('See https://a.example/b, or http://c.example! Or https://d.example?'), [
      'https://a.example/b',
      'http://c.example',
      'https://d.example',
    ]);
  },

  'end before punctuation of any script'() {
    equal(linksIn('https://a.example/b。次'), ['https://a.example/b']);
    equal(linksIn('（https://a.example/b）と'), ['https://a.example/b']);
    equal(linksIn('https://a.example/b（説明）'), ['https://a.example/b']);
    equal(linksIn('https://a.example/b、https://c.example！'), ['https://a.example/b', 'https://c.example']);
    equal(linksIn('هل رأيت https://a.example/b؟'), ['https://a.example/b']);
    equal(linksIn('https://a.example/b।'), ['https://a.example/b']);
    equal(linksIn('siehe „https://a.example/b“ und «https://c.example/d»…'), [
      'https://a.example/b',
      'https://c.example/d',
    ]);
    equal(linksIn('https://a.example/b…'), ['https://a.example/b']);
  },

  'keep the brackets that are theirs and no others'() {
    equal(linksIn('(see https://x.example/(a))'), ['https://x.example/(a)']);
    equal(linksIn('(see https://x.example/a)'), ['https://x.example/a']);
    equal(linksIn('https://x.example/a_(b)'), ['https://x.example/a_(b)']);
    equal(linksIn('[https://x.example/a[1]].'), ['https://x.example/a[1]']);
    equal(linksIn('((https://x.example/a_(b)))'), ['https://x.example/a_(b)']);
  },

  'keep letters of any script, and what addresses do end with'() {
    equal(linksIn('https://a.example/Straße/東京/?q=#top https://b.example/-/'), [
      'https://a.example/Straße/東京/?q=#top',
      'https://b.example/-/',
    ]);
    equal(linksIn('https://a.example/50%25&'), ['https://a.example/50%25&']);
  },

  'leave nothing of the text out'() {
    const text = '(see https://x.example/(a))。次 http:// https://y.example';
    equal(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
      text,
    );
  },

  'are http and https alone'() {
    equal(linksIn('javascript:alert(1) ftp://a.example data:text/html,x'), []);
  },
});

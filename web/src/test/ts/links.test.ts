import { piecesOf } from '../../main/resources/web/app/text/links';
import { equal, tests } from './check';

const linksIn = (text: string): readonly string[] =>
  piecesOf(text).flatMap((piece) => (piece.kind === 'link' ? [piece.text] : []));

tests('links', {
  'end before the punctuation of the sentence'() {
    equal(linksIn('See https://a.example/b, or http://c.example!'), ['https://a.example/b', 'http://c.example']);
  },

  'are http and https alone'() {
    equal(linksIn('javascript:alert(1) ftp://a.example data:text/html,x'), []);
  },
});

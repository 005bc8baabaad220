import { askedAt, candidates, isWhole, MOST, type Names } from '../../main/resources/web/app/text/completion';
import { emojiOf, shortcodes } from '../../main/resources/web/app/text/shortcodes';
import { equal, tests } from './check';

const asked = (text: string): string | undefined => {
  const found = askedAt(text, text.length);
  return found === undefined ? undefined : `${found.kind} ${found.from} ${found.query}`;
};

const NAMES: Names = {
  people: ['zoe', 'Ann', 'bob.miller', 'ann', 'joanna'],
  rooms: ['kitchen', 'Release party', 'garden'],
  displayName: (user) => (user === 'zoe' ? 'Annette Weiß' : undefined),
};

const names = (text: string): readonly string[] => {
  const found = askedAt(text, text.length);
  return found === undefined ? [] : candidates(found, NAMES).map(({ name }) => name);
};

tests('completion', {
  'is asked for by a sign at the beginning of a word'() {
    equal(asked('@'), 'person 0 ');
    equal(asked('hi @an'), 'person 3 an');
    equal(asked('(@an'), 'person 1 an');
    equal(asked('你好 @an'), 'person 3 an');
    equal(asked('你好@an'), 'person 2 an');
    equal(asked('안녕@an'), 'person 2 an');
    equal(asked('#rel'), 'room 0 rel');
    equal(asked('in #release pa'), 'room 3 release pa');
    equal(asked(':sm'), 'emoji 0 sm');
  },

  'goes by the last sign'() {
    equal(asked('#garden :ta'), 'emoji 8 ta');
    equal(asked('#garden, @an'), 'person 9 an');
  },

  'is not asked for in addresses, times, faces, and before a space'() {
    for (const text of [
      'me@an',
      'https://a.example/#an',
      '10:30',
      ':)',
      ':D',
      ':s',
      '# a',
      '@an ',
      'a:b',
      '@a\n',
      '&#12',
    ]) {
      equal([text, asked(text)], [text, undefined]);
    }
  },

  'looks at what is before the caret alone'() {
    equal(askedAt('@ann and', 3), { kind: 'person', query: 'an', from: 0 });
  },

  'finds people by name and by what they call themselves, those first who are here'() {
    equal(names('@an'), ['zoe', 'Ann']);
    equal(names('@mill'), ['bob.miller']);
    equal(names('@wei'), ['zoe']);
    equal(names('@'), ['zoe', 'Ann', 'bob.miller', 'joanna']);
  },

  'knows a name that is there in full, which comes first'() {
    const found = askedAt('@joanna', 7);
    equal(
      candidates({ kind: 'person', query: 'ANN', from: 0 }, { ...NAMES, people: ['annabel', 'ann'] })[0]?.name,
      'ann',
    );
    equal(found !== undefined && candidates(found, NAMES).map((one) => isWhole(found, one)), [true]);
  },

  'finds rooms by any word of their name'() {
    equal(names('#p'), ['Release party']);
    equal(names('#release p'), ['Release party']);
    equal(names('#nothing of the kind'), []);
  },

  'writes the name with its sign, and an emoji itself'() {
    const text = (begun: string): string | undefined =>
      candidates(askedAt(begun, begun.length) ?? { kind: 'room', query: '', from: 0 }, NAMES)[0]?.text;
    equal([text('@bo'), text('#rel'), text(':tad')], ['@bob.miller', '#Release party', '🎉']);
  },

  'offers only so many'() {
    const many = { ...NAMES, people: Array.from({ length: 5_000 }, (_, n) => `ann${n}`) };
    equal(candidates({ kind: 'person', query: 'ann', from: 0 }, many).length, MOST);
    equal(shortcodes('s', MOST).length, MOST);
  },
});

tests('names of emoji', {
  'are those that people are used to, and those they are described by'() {
    equal(['+1', 'tada', 'red_heart', 'thumbs_up', 'applause'].map(emojiOf), ['👍', '🎉', '❤️', '👍', '👏']);
  },

  'find each emoji once, by its best known name'() {
    equal(shortcodes('smile', 3)[0], { code: 'smile', sign: '😄' });
    const signs = shortcodes('s', 600).map(({ sign }) => sign);
    equal(signs.length, new Set(signs).size);
  },

  'have emoji that the page shows'() {
    const known = shortcodes('', 1_000).map(({ sign }) => sign);
    equal(
      known.filter((sign) => !/^\p{RGI_Emoji}$/v.test(sign)),
      [],
    );
  },
});

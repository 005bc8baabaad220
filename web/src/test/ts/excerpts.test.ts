import { excerptOf } from '../../main/resources/web/app/state/message';
import { equal, tests } from './check';

tests('an excerpt', {
  'has the words without the signs that format them'() {
    equal(excerptOf('Meet **on *Friday*** at `17:00`, ~~not~~ later'), 'Meet on Friday at 17:00, not later');
    equal(excerptOf('> said\n\n- one\n- two'), 'said one, two');
    equal(excerptOf('```js\nlet a = 1;\n```'), 'let a = 1;');
  },

  'is one line of bounded length, cut between letters'() {
    equal(excerptOf('a\n\n  b\tc '), 'a b c');
    const long = [...excerptOf('👩‍🚀x'.repeat(200))];
    equal([long.length, long.at(-1)], [140, '…']);
  },
});

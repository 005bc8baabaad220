import {
  reachesBackTo,
  restarted,
  withArrival,
  withMidst,
  withNewer,
  withUnsent,
} from '../../main/resources/web/app/state/timeline';
import { atRest } from '../../main/resources/web/app/state/window';
import { equal, tests } from './check';
import { message, messages, MORE, timeline } from './samples';

const positions = ({ messages: all }: { readonly messages: readonly { readonly position: number }[] }) =>
  all.map(({ position }) => position);

tests('a timeline', {
  'takes what arrives, each once'() {
    const twice = withArrival(withArrival(timeline(messages(1, 2)), message(3)), message(3));
    equal(positions(twice), [1, 2, 3]);
    equal(twice.seen, 3);
  },

  'shows the midst of a stream without a hole'() {
    const known = timeline(messages(90, 100), MORE);
    const midst = withMidst(known, messages(10, 20), 'before', 'after');
    equal(positions(midst), positions({ messages: messages(10, 20) }));
    equal(midst.older, { kind: 'more', before: 'before' });
    equal(midst.newer, { kind: 'more', after: 'after', upTo: 100 });
    const later = withArrival(midst, message(101));
    equal(positions(later), positions(midst));
    equal(later.newer, { kind: 'more', after: 'after', upTo: 101 });
    equal(later.seen, 101);
  },

  'joins a page on to what is known where they meet'() {
    const midst = withMidst(timeline(messages(15, 30), MORE), messages(10, 20), 'before', 'after');
    equal(positions(midst), positions({ messages: messages(10, 30) }));
    equal(midst.newer, { kind: 'none' });
  },

  'is at its end once a page reaches what was told meanwhile'() {
    const midst = withMidst(timeline(messages(25, 30), MORE), messages(10, 20), undefined, 'after');
    const short = withNewer(midst, messages(21, 28), undefined);
    equal(short.newer, { kind: 'more', after: 28, upTo: 30 });
    const whole = withNewer(short, messages(29, 30), undefined);
    equal(positions(whole), positions({ messages: messages(10, 30) }));
    equal(whole.newer, { kind: 'none' });
  },

  'goes on from a page to the next'() {
    const midst = withMidst(timeline([], MORE), messages(10, 20), undefined, 'after 20');
    equal(withNewer(midst, messages(21, 30), 'after 30').newer, { kind: 'more', after: 'after 30', upTo: -1 });
  },

  'forgets the midst when nobody looks at it'() {
    const midst = withMidst(timeline(messages(90, 100), MORE), messages(10, 20), 'before', 'after');
    const left = atRest(midst);
    equal(left.messages, []);
    equal([left.older, left.newer], [{ kind: 'more', before: undefined }, { kind: 'none' }]);
  },

  'keeps what waits to be sent when it starts again'() {
    const unsent = { id: 'mine', at: '2026-01-01T12:00:00Z', text: 'hi', state: 'pending' } as const;
    equal(restarted(withUnsent(timeline(messages(1, 3)), unsent), 8).unsent, [unsent]);
  },

  'reaches back to its first message, or to the beginning of all'() {
    equal(reachesBackTo(timeline(messages(5, 9), MORE), 4), false);
    equal(reachesBackTo(timeline(messages(5, 9), MORE), 5), true);
    equal(reachesBackTo(timeline(messages(5, 9)), -1), true);
    equal(reachesBackTo(timeline([], MORE), 5), false);
  },
});

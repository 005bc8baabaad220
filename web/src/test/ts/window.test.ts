import { received } from '../../main/resources/web/app/state/unread';
import { newestIn, withMidst, withNewest } from '../../main/resources/web/app/state/timeline';
import {
  around,
  atRest,
  closed,
  covers,
  MOST,
  withoutNewest,
  withoutOldest,
} from '../../main/resources/web/app/state/window';
import { equal, tests } from './check';
import { ME, message, messages, MORE, room, said, timeline } from './samples';

const span = ({ messages: all }: { readonly messages: readonly { readonly position: number }[] }) => [
  all[0]?.position,
  all.at(-1)?.position,
  all.length,
];

tests('a window on a timeline', {
  'gives way at its end when it grows at its start'() {
    const cut = withoutNewest(timeline(messages(1, 350)), 300);
    equal(span(cut), [1, 300, 300]);
    equal(cut.newer, { kind: 'more', after: 300, upTo: 350 });
    equal(cut.older, { kind: 'none' });
  },

  'gives way at its start when it grows at its end'() {
    const cut = withoutOldest(timeline(messages(1, 350)), 300);
    equal(span(cut), [51, 350, 300]);
    equal(cut.older, { kind: 'more', before: 51 });
    equal(cut.newer, { kind: 'none' });
  },

  'stays as it is while there is room'() {
    const known = timeline(messages(1, 300));
    for (const cut of [withoutNewest, withoutOldest, (all: typeof known) => around(all, 10)]) equal(cut(known) === known, true);
  },

  'still knows what is the newest after it has let go of it'() {
    equal(newestIn(withoutNewest(withoutNewest(timeline(messages(1, 350)), 300), 200)), 350);
  },

  'lies around a position, with as much before it as after it where there is so much'() {
    const all = timeline(messages(1, 600), MORE);
    equal(span(around(all, 300, 100)), [251, 350, 100]);
    equal(span(around(all, 5, 100)), [1, 55, 55]);
    equal(span(around(all, 598, 100)), [501, 600, 100]);
  },

  'is at its end again with the newest page, and fetches what was said meanwhile'() {
    const midst = withMidst(timeline(messages(90, 100), MORE), messages(10, 20), 'before', 'after');
    equal(withNewest(midst, messages(51, 100), 'before 51').newer, { kind: 'none' });
    equal(span(withNewest(midst, messages(51, 100), 'before 51')), [51, 100, 50]);
    equal(withNewest(midst, messages(50, 99), 'before 50').newer, { kind: 'more', after: 99, upTo: 100 });
  },

  'covers what lies in it'() {
    const midst = withMidst(timeline(messages(90, 100), MORE), messages(10, 20), 'before', 'after');
    equal([9, 10, 20, 21].map((position) => covers(midst, position)), [false, true, true, false]);
    equal(covers(timeline(messages(10, 20), MORE), 30), true);
    equal(covers(timeline([]), -1), true);
    equal(covers(timeline([], MORE), 1), false);
  },
});

tests('what arrives', {
  'is taken in under somebody who looks back, as long as there is room'() {
    const stream = room({ timeline: timeline(messages(1, MOST - 1), MORE), lastRead: MOST - 1 });
    const [one, two] = [MOST, MOST + 1];
    const full = received(stream, said(one), { me: ME, shown: true, attentive: false });
    equal(span(full.timeline), [1, MOST, MOST]);
    const beyond = received(full, said(two), { me: ME, shown: true, attentive: false });
    equal(span(beyond.timeline), [1, MOST, MOST]);
    equal(beyond.timeline.newer, { kind: 'more', after: MOST, upTo: two });
    equal(beyond.unread, 2);
  },

  'makes room for itself where one is at the end'() {
    const stream = room({ timeline: timeline(messages(1, MOST), MORE), lastRead: MOST });
    equal(span(received(stream, said(MOST + 1), { me: ME, shown: true, attentive: true }).timeline), [2, MOST + 1, MOST]);
  },

  'makes room for itself where one has written it, who is then at the end'() {
    const known = timeline(messages(1, MOST), MORE);
    const unsent = { id: 'id-301', at: '2026-01-01T12:00:00Z', text: 'hi', state: 'pending' } as const;
    const stream = room({ timeline: { ...known, unsent: [unsent] }, lastRead: MOST });
    const after = received(stream, said(MOST + 1, ME), { me: ME, shown: true, attentive: false });
    equal([after.timeline.newer.kind, after.timeline.messages.at(-1)?.position], ['none', MOST + 1]);
  },

  'leaves a place alone that one has left in its midst'() {
    const left = { position: 20, top: 8 };
    const stream = room({ timeline: timeline(messages(1, MOST), MORE), lastRead: MOST, left });
    equal(span(received(stream, said(MOST + 1), { me: ME, shown: false, attentive: false }).timeline), [1, MOST, MOST]);
  },

  'is all that is kept of a stream that nobody looks at'() {
    const stream = room({ timeline: timeline(messages(1, MOST), MORE), lastRead: MOST });
    const after = received(stream, said(MOST + 1), { me: ME, shown: false, attentive: false });
    equal(after.timeline, atRest(after.timeline));
    equal(after.timeline.messages.at(-1), message(MOST + 1));
  },

  'is not waited for where nothing is missing'() {
    equal(closed(timeline(messages(1, 5))).newer, { kind: 'none' });
  },
});

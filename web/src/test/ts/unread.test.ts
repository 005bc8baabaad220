import { withCounts } from '../../main/resources/web/app/state/counts';
import { initialState, newConversation, type State } from '../../main/resources/web/app/state/state';
import { withMidst } from '../../main/resources/web/app/state/timeline';
import {
  entered,
  readOf,
  readUpTo,
  received,
  recounted,
  totalUnread,
  unreadOf,
} from '../../main/resources/web/app/state/unread';
import { countedByServer, isOutdated } from '../../main/resources/web/app/state/counted';
import { unreadFrom } from '../../main/resources/web/app/state/unread-again';
import { equal, tests } from './check';
import { ME, messages, MORE, room, said, timeline } from './samples';

const AWAY = { me: ME, shown: false, attentive: false };
const WATCHING = { me: ME, shown: true, attentive: true };

tests('what is unread', {
  'counts the very first message of a conversation'() {
    equal(received(newConversation('bob'), said(0), AWAY).unread, 1);
  },

  'counts messages of others after what was read'() {
    const read = room({ timeline: timeline(messages(1, 3)), lastRead: 3 });
    const later = received(received(read, said(4), AWAY), said(5, ME), AWAY);
    equal(later.unread, 1);
  },

  'counts a message once, however often it comes'() {
    const read = room({ timeline: timeline(messages(1, 3)), lastRead: 3 });
    equal(received(received(read, said(4), AWAY), said(4), AWAY).unread, 1);
  },

  'counts in the midst of a stream what arrives at its end'() {
    const midst = withMidst(timeline(messages(90, 100), MORE), messages(10, 20), 'before', 'after');
    const stream = room({ timeline: midst, lastRead: 9, unread: 91 });
    const later = received(received(stream, said(101), WATCHING), said(101), WATCHING);
    equal(later.unread, 92);
  },

  'is what the server says, when it was read elsewhere while this page was cut off'() {
    const cutOff = room({ timeline: timeline(messages(1, 9), MORE), lastRead: 4, unread: 5 });
    equal(countedByServer(cutOff, { unread: 0, position: 9 }, ME), { ...cutOff, lastRead: 9, unread: 0 });
  },

  'is not counted twice when what was missed comes after it was counted'() {
    const cutOff = room({ timeline: timeline(messages(1, 5), { kind: 'none' }), lastRead: 5 });
    const counted = countedByServer(cutOff, { unread: 4, position: 5 }, ME);
    const caughtUp = [6, 7, 8, 9].reduce((stream, position) => received(stream, said(position), AWAY), counted);
    equal(caughtUp.unread, 4);
  },

  'is not more than the server says, less what was read here meanwhile'() {
    const ahead = room({ timeline: timeline(messages(1, 9), MORE), lastRead: 7, unread: 2 });
    equal(countedByServer(ahead, { unread: 5, position: 4 }, ME), { ...ahead, unread: 2 });
  },

  'is nothing of a new log before that is counted'() {
    equal(countedByServer(room(), { unread: 3, position: -1 }, ME).lastRead, -1);
  },

  'goes down message by message as one reads on'() {
    const midst = withMidst(timeline([], MORE), messages(10, 20), 'before', 'after');
    const stream = room({ timeline: midst, lastRead: 9, unread: 91 });
    equal(readUpTo(stream, 14, ME).unread, 86);
    equal(readUpTo(readUpTo(stream, 14, ME), 12, ME).lastRead, 14);
  },

  'is nothing once the newest is read'() {
    const stream = room({ timeline: timeline(messages(50, 99), MORE), lastRead: 10, unread: 80 });
    equal(readUpTo(stream, 99, ME).unread, 0);
  },

  'is left as it was where not all of it is here'() {
    const stream = room({ timeline: timeline(messages(50, 99), MORE), lastRead: 10, unread: 80 });
    equal(recounted(stream, ME).unread, 80);
  },

  'is nothing of what one is looking at'() {
    const streams = new Map([
      ['r/kitchen', room({ unread: 2 })],
      ['r/garden', { ...room({ unread: 3 }), name: 'garden' }],
    ] as const);
    const state: State = { ...initialState, streams, place: { kind: 'room', room: 'kitchen' }, attentive: true };
    equal(totalUnread(state), 3);
    equal(totalUnread({ ...state, attentive: false }), 5);
    equal(unreadOf(state, room({ unread: 2 })), 0);
  },

  'begins under a line'() {
    equal(entered(room({ lastRead: 4, unread: 2 })).news, { after: 4, count: 2 });
    equal(entered(room({ lastRead: 4, unread: 0 })).news, undefined);
    equal(entered({ ...newConversation('bob'), unread: 1 }).news, { after: -1, count: 1 });
  },

  'gets its line in the place that the page opens with, once it is counted'() {
    const state: State = {
      ...initialState,
      account: { kind: 'in', user: ME },
      place: { kind: 'room', room: 'kitchen' },
      streams: new Map([['r/kitchen', room()]]),
    };
    const answer = { rooms: [{ room: 'kitchen', unread: 70, position: 12 }], direct: [] };
    const counted = withCounts(state, answer).streams.get('r/kitchen');
    equal([counted?.unread, counted?.lastRead, counted?.news?.after], [70, 12, 12]);
    equal(withCounts({ ...state, counted: true }, answer).streams.get('r/kitchen')?.news, undefined);
  },

  'is nothing in a stream of which nothing is here, once the newest that was counted is read elsewhere'() {
    const stream = countedByServer(room(), { unread: 40, position: 4, upTo: 99 }, ME);
    equal([stream.unread, stream.news], [40, undefined]);
    equal(readUpTo(stream, 98, ME).unread, 40);
    const read = readUpTo(stream, 99, ME);
    equal(read.unread, 0);
    // the server may not know of it yet
    equal(countedByServer(read, { unread: 40, position: 4, upTo: 99 }, ME).unread, 0);
  },

  'is not known to be nothing where there is more than was counted'() {
    const stream = countedByServer(room(), { unread: 1000, position: 4, upTo: 1004, more: true }, ME);
    equal(readUpTo(stream, 1004, ME).unread, 1000);
    equal(stream.isMore, true);
  },

  'is not counted twice where nothing is here but what was counted'() {
    const stream = countedByServer(room({ timeline: timeline([], MORE) }), { unread: 4, position: 5, upTo: 9 }, ME);
    equal(received(stream, said(9), AWAY).unread, 4);
    equal(received(stream, said(10), AWAY).unread, 5);
  },

  'is not brought back by a server that is behind'() {
    const stream = { ...countedByServer(room(), { unread: 40, position: 4, upTo: 99 }, ME), lastRead: 60, unread: 12 };
    equal(countedByServer(stream, { unread: 40, position: 4, upTo: 99 }, ME).unread, 12);
    equal(isOutdated(stream, { unread: 40, position: 4 }), true);
    equal(countedByServer(stream, { unread: 11, position: 60, upTo: 99 }, ME).unread, 11);
  },
});

tests('what was made unread again', {
  'counts from there, though more was read'() {
    const read = room({ timeline: timeline(messages(1, 9)), lastRead: 9 });
    const again = unreadFrom(read, 6, ME);
    equal([again.unread, again.lastRead, readOf(again), again.news], [4, 9, 5, { after: 5, count: 4 }]);
    const answer = { unread: 0, position: 9 };
    equal(countedByServer(again, answer, ME).unread, 4);
    equal(received(again, said(10), AWAY).unread, 5);
  },

  'stands out even where it is in sight'() {
    const again = unreadFrom(room({ timeline: timeline(messages(1, 9)), lastRead: 9 }), 6, ME);
    const sight = { attentive: true, place: { kind: 'room', room: 'kitchen' } } as const;
    equal([unreadOf(sight, again), unreadOf(sight, entered(again))], [4, 0]);
  },

  'is read as one reads on, and forgotten at the end'() {
    const again = unreadFrom(room({ timeline: timeline(messages(1, 9)), lastRead: 9 }), 6, ME);
    equal([readOf(readUpTo(again, 7, ME)), readUpTo(again, 7, ME).unread], [7, 2]);
    const all = readUpTo(again, 9, ME);
    equal([readOf(all), all.unread, all.unreadFrom], [9, 0, undefined]);
  },

  'is read where somebody has read on elsewhere'() {
    const again = unreadFrom(room({ timeline: timeline(messages(1, 9)), lastRead: 9 }), 6, ME);
    equal(readUpTo(received(again, said(10), AWAY), 10, ME).unread, 0);
    equal(countedByServer(again, { unread: 0, position: 12 }, ME).unreadFrom, undefined);
  },

  'is at least so much where not all is here'() {
    const midst = withMidst(timeline([], MORE), messages(10, 20), 'before', 'after');
    const again = unreadFrom(room({ timeline: midst, lastRead: 99 }), 15, ME);
    equal([again.unread, again.isMore], [6, true]);
  },
});

import { withCounts } from '../../main/resources/web/app/state/counts';
import { initialState, newConversation, type State } from '../../main/resources/web/app/state/state';
import { withMidst } from '../../main/resources/web/app/state/timeline';
import {
  countedByServer,
  entered,
  readUpTo,
  received,
  recounted,
  totalUnread,
  unreadOf,
} from '../../main/resources/web/app/state/unread';
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
    equal(entered(room({ lastRead: 4, unread: 2 })).newAfter, 4);
    equal(entered(room({ lastRead: 4, unread: 0 })).newAfter, undefined);
    equal(entered({ ...newConversation('bob'), unread: 1 }).newAfter, -1);
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
    equal([counted?.unread, counted?.lastRead, counted?.newAfter], [70, 12, 12]);
    equal(withCounts({ ...state, counted: true }, answer).streams.get('r/kitchen')?.newAfter, undefined);
  },
});

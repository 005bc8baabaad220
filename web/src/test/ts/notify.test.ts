import { changedBy, concerning, isNews } from '../../main/resources/web/app/notify/concern';
import { wording } from '../../main/resources/web/app/notify/wording';
import { meantForMe } from '../../main/resources/web/app/ui/shell/badge';
import { apply } from '../../main/resources/web/app/state/content';
import type { Content } from '../../main/resources/web/app/protocol/content';
import { initialState, newConversation, type Stream } from '../../main/resources/web/app/state/state';
import { equal, tests } from './check';
import { ME, message, messages, room, said, timeline } from './samples';

/** The stream with the frame in it, and whether this person is to be told of that. */
function isTold(stream: Stream, frame: Content): boolean {
  const after = { ...stream, timeline: apply(stream.timeline, frame, { me: ME }) };
  return concerning(after, frame, ME) !== undefined;
}

const read = room({ timeline: timeline(messages(1, 3)), lastRead: 3 });

tests('what one is told of', {
  'tells of a private message'() {
    equal(isTold(newConversation('bob'), said(0)), true);
  },

  'tells of a mention, and of nothing else that is said in a room'() {
    equal(isTold(read, said(4)), false);
    equal(isTold(read, { ...said(4), mentions: [ME] }), true);
    equal(isTold(read, { ...said(4), mentionsAll: true }), true);
  },

  'tells of an answer to oneself'() {
    equal(isTold(read, { ...said(4), replyTo: { author: ME, id: 'id-1' } }), true);
    equal(isTold(read, { ...said(4), replyTo: { author: 'carl', id: 'id-1' } }), false);
  },

  'tells of a thread that one has begun or written in'() {
    const root = { author: 'bob', id: 'id-2' };
    const written = { ...read, timeline: apply(read.timeline, said(4, ME, { thread: root }), { me: ME }) };
    equal(isTold(written, said(5, 'carl', { thread: root })), true);
    equal(isTold(read, said(5, 'carl', { thread: root })), false);
    equal(isTold(read, { ...said(5), thread: { author: ME, id: 'root' } }), true);
  },

  'tells of nothing that one has said or read'() {
    equal(isTold(newConversation('bob'), said(0, ME)), false);
    equal(isTold({ ...read, lastRead: 4 }, { ...said(4), mentions: [ME] }), false);
  },

  'tells of a mention that comes with an edit'() {
    const arrived = { ...read, timeline: apply(read.timeline, said(4), { me: ME }) };
    const about = { author: said(4).from, id: said(4).id };
    const edit = { type: 'edited', id: 'e', position: 5, at: said(4).at, from: about.author, about } as const;
    equal(isTold(arrived, { ...edit, text: 'hi' }), false);
    equal(isTold(arrived, { ...edit, text: 'hi', mentions: [ME] }), true);
  },

  'has nothing new in what is deleted'() {
    equal(isNews(read, message(4), ME), true);
    equal(isNews(read, { ...message(4), deleted: { at: message(4).at, by: 'bob' } }, ME), false);
  },

  'tells what waits as it is by then'() {
    const about = { author: 'bob', id: 'id-4' };
    const later = { id: 'e', position: 6, at: said(4).at, from: 'bob', about };
    equal(changedBy(messages(4, 5), { ...later, type: 'edited', text: 'better' }).map(({ text }) => text), ['better', 'no 5']);
    equal(changedBy(messages(4, 5), { ...later, type: 'deleted' }).map(({ id }) => id), ['id-5']);
  },
});

tests('what a notification says', {
  'names who and where'() {
    const news = messages(4, 4).map((message) => ({ ...message, from: 'bob', text: '**look** at `this`' }));
    equal(wording(read, news), { title: `bob in #${read.name}`, body: 'look at this' });
    equal(wording(newConversation('bob'), news).title, 'bob');
  },

  'counts what it does not show'() {
    const news = messages(4, 6).map((message) => ({ ...message, text: 'hi' }));
    equal(wording(read, news).body, '3 new messages. hi');
  },
});

tests('the mark at the icon', {
  'counts private messages and mentions'() {
    const bob = { ...newConversation('bob'), unread: 2 };
    const kitchen = { ...read, unread: 7, mentions: 1 };
    const streams = new Map<string, Stream>([
      ['d', bob],
      ['r', kitchen],
    ]) as typeof initialState.streams;
    equal(meantForMe({ ...initialState, streams }), 3);
  },
});

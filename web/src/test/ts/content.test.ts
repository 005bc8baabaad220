import type { Content, MessageRef } from '../../main/resources/web/app/protocol/content';
import { apply, withPage } from '../../main/resources/web/app/state/content';
import type { Message } from '../../main/resources/web/app/state/message';
import { newConversation } from '../../main/resources/web/app/state/state';
import { type Timeline, withUnsent } from '../../main/resources/web/app/state/timeline';
import { received } from '../../main/resources/web/app/state/unread';
import { equal, tests } from './check';
import { ME, message, messages, MORE, room, said, timeline } from './samples';

const VIEW = { me: ME };
const AWAY = { me: ME, shown: false, attentive: false };

const ref = (position: number, author = 'bob'): MessageRef => ({ author, id: `id-${position}` });
const at = (position: number) => `2026-01-01T12:00:${String(position).padStart(2, '0')}Z`;
const logged = (position: number, from: string) => ({ id: `deed-${position}`, position, at: at(position), from });

const edit = (position: number, about: MessageRef, text?: string, from = about.author): Content => ({
  ...logged(position, from),
  type: 'edited',
  about,
  ...(text !== undefined && { text }),
});
const removal = (position: number, about: MessageRef, from = about.author): Content => ({
  ...logged(position, from),
  type: 'deleted',
  about,
});
const reaction = (position: number, about: MessageRef, emoji: string, from: string, on = true): Content => ({
  ...logged(position, from),
  type: 'reacted',
  about,
  emoji,
  on,
});
const pin = (position: number, about: MessageRef, on = true): Content => ({
  ...logged(position, 'ann'),
  type: 'pinned',
  about,
  on,
});

const after = (start: Timeline, ...contents: readonly Content[]) =>
  contents.reduce((now, content) => apply(now, content, VIEW), start);
const one = (known: Timeline, position: number): Message | undefined =>
  known.messages.find((known_) => known_.position === position);
const three = timeline(messages(1, 3));

tests('what people write', {
  'goes the same road in a room and in a conversation'() {
    const contents = [said(1), edit(2, ref(1), 'better'), reaction(3, ref(1), '👍', 'ann'), pin(4, ref(1))];
    const everywhere = [room(), newConversation('bob')].map(
      (stream) => contents.reduce((now, content) => received(now, content, AWAY), stream).timeline,
    );
    equal(everywhere[0], everywhere[1]);
    const known = everywhere[0] && one(everywhere[0], 1);
    equal([known?.text, known?.editedAt, known?.pinned], ['better', at(2), true]);
    equal(known?.reactions, [{ emoji: '👍', count: 1, mine: false, people: ['ann'] }]);
  },

  'changes nothing when it comes again'() {
    const contents = [
      said(4),
      edit(5, ref(4), 'first'),
      edit(6, ref(4), 'second'),
      reaction(7, ref(4), '👍', 'ann'),
      reaction(8, ref(4), '👍', 'ann', false),
      said(9, 'ann', { thread: ref(4) }),
    ];
    const once = after(three, ...contents);
    equal(after(once, ...contents), once);
    equal(once.seen, 9);
    equal([one(once, 4)?.text, one(once, 4)?.reactions, one(once, 4)?.replies?.count], ['second', [], 1]);
  },

  'moves the place to resume from, also where it is about a message that is not here'() {
    const known = after(three, edit(7, ref(99), 'nothing'), reaction(8, ref(99), '👍', 'ann'));
    equal([known.messages, known.seen], [three.messages, 8]);
  },

  'is edited by its author alone'() {
    equal(one(after(three, edit(4, ref(2), 'mine now', 'mallory')), 2)?.text, 'no 2');
  },

  'is gone once it is deleted, and nothing changes that'() {
    const known = after(
      three,
      reaction(4, ref(2), '👍', 'ann'),
      pin(5, ref(2)),
      removal(6, ref(2), 'moderator'),
      edit(7, ref(2), 'back'),
      reaction(8, ref(2), '🎉', 'ann'),
      pin(9, ref(2)),
    );
    const gone = one(known, 2);
    equal([gone?.text, gone?.deleted], ['', { at: at(6), by: 'moderator' }]);
    equal([gone?.reactions, gone?.pinned, gone?.editedAt], [undefined, undefined, undefined]);
  },

  'is a tombstone where it comes without its text'() {
    const { text: _, ...blank } = said(4);
    const known = after(three, blank, edit(5, ref(4)), removal(6, ref(4), 'ann'));
    equal(one(known, 4)?.deleted, { at: at(6), by: 'ann' });
  },

  'keeps the quotes of it as it is itself'() {
    const replied = after(three, said(4, 'ann', { replyTo: ref(2) }), edit(5, ref(2), 'a  longer\ntext'));
    equal(one(replied, 4)?.replyTo?.excerpt, 'a longer text');
    equal(one(after(replied, removal(6, ref(2))), 4)?.replyTo, { ...ref(2), deleted: true, asOf: 6 });
  },

  'is sent once it comes back'() {
    const waiting = withUnsent(three, { id: 'id-4', at: at(4), text: 'no 4', state: 'pending', thread: ref(1) });
    equal(after(waiting, said(4, ME, { thread: ref(1) })).unsent, []);
  },
});

tests('a thread', {
  'stands apart from its room, and is counted at its root'() {
    const known = after(
      three,
      said(4, 'ann', { thread: ref(1) }),
      said(5, 'ann', { thread: ref(1), alsoInRoom: true }),
      said(6, 'carol', { thread: ref(1) }),
    );
    equal(
      known.messages.map(({ position }) => position),
      [1, 2, 3, 5],
    );
    equal(one(known, 1)?.replies, { count: 3, last: '2026-01-01T12:00:00Z', people: ['ann', 'carol'] });
  },

  'does not count what was deleted, whether or not it is shown in the room'() {
    const known = after(
      three,
      said(4, 'ann', { thread: ref(1) }),
      said(5, 'ann', { thread: ref(1), alsoInRoom: true }),
      removal(6, ref(4, 'ann')),
      removal(7, ref(4, 'ann')),
    );
    equal(one(known, 1)?.replies?.count, 1);
    equal(one(after(known, removal(8, ref(5, 'ann'))), 1)?.replies?.count, 0);
  },

  'holds its own messages and no others'() {
    const view = { me: ME, thread: ref(1) };
    const known = [said(4, 'ann', { thread: ref(1) }), said(5), said(6, 'ann', { thread: ref(2) })].reduce(
      (now, content) => apply(now, content, view),
      timeline([message(1)]),
    );
    equal(
      known.messages.map(({ position }) => position),
      [1, 4],
    );
  },
});

tests('reactions', {
  'are a set of emoji and users'() {
    const known = after(
      three,
      reaction(4, ref(1), '👍', 'ann'),
      reaction(5, ref(1), '👍', 'ann'),
      reaction(6, ref(1), '👍', ME),
      reaction(7, ref(1), '🎉', ME),
      reaction(8, ref(1), '🎉', ME, false),
      reaction(9, ref(1), '🎉', ME, false),
    );
    equal(one(known, 1)?.reactions, [{ emoji: '👍', count: 2, mine: true, people: ['ann', ME] }]);
  },

  'go down for somebody who is not among the first'() {
    const many = { emoji: '👍', count: 9, mine: false, people: ['ann'] };
    const known = after(timeline([{ ...message(1), reactions: [many] }]), reaction(4, ref(1), '👍', 'zoe', false));
    equal(one(known, 1)?.reactions, [{ ...many, count: 8 }]);
  },

  'are at most 20 different ones'() {
    const all = [...'😀😁😂😃😄😅😆😇😈😉😊😋😌😍😎😏😐😑😒😓😔'].map((emoji, index) => reaction(10 + index, ref(1), emoji, 'ann'));
    equal(all.length, 21);
    equal(one(after(three, ...all), 1)?.reactions?.length, 20);
  },
});

tests('a page of history', {
  'that is older than what came by itself is brought up to date'() {
    const live = after(timeline([], MORE), edit(5, ref(2), 'newer'), reaction(6, ref(2), '👍', 'ann'), removal(7, ref(3)));
    const known = withPage(live, messages(1, 3), VIEW);
    equal([one(known, 2)?.text, one(known, 2)?.reactions?.length, one(known, 3)?.text], ['newer', 1, '']);
  },

  'that holds a change already does not get it twice'() {
    const row: Message = {
      ...message(2),
      text: 'newest',
      editedAt: at(8),
      reactions: [{ emoji: '👍', count: 1, mine: false, people: ['ann'] }],
      replies: { count: 1, last: at(7), people: ['ann'], counted: at(7) },
    };
    const live = after(
      timeline([], MORE),
      edit(5, ref(2), 'newer'),
      reaction(6, ref(2), '👍', 'ann'),
      { ...said(7, 'ann', { thread: ref(2) }), at: at(7) },
    );
    const { asOf: _, ...known } = one(withPage(live, [row], VIEW), 2) ?? {};
    equal(known, row);
  },
});

tests('what is new', {
  'is not what was deleted before it was read'() {
    const stream = received(received(room({ timeline: timeline([]), lastRead: 0 }), said(1), AWAY), said(2), AWAY);
    equal(stream.unread, 2);
    equal(received(stream, removal(3, ref(1)), AWAY).unread, 1);
    const far = room({ timeline: timeline(messages(50, 99), MORE), lastRead: 10, unread: 80 });
    equal(received(far, removal(100, ref(60)), AWAY).unread, 79);
  },

  'counts what mentions this person apart'() {
    const start = room({ timeline: timeline([]), lastRead: 0 });
    const contents = [said(1, 'bob', { mentions: [ME] }), said(2, 'bob', { mentionsAll: true }), said(3)];
    const stream = contents.reduce((now, content) => received(now, content, AWAY), start);
    equal([stream.unread, stream.mentions], [3, 2]);
    equal(received(stream, edit(4, ref(1), 'never mind'), AWAY).mentions, 1);
  },

  'is not what is said in threads alone'() {
    const stream = room({ timeline: timeline(messages(1, 3)), lastRead: 3 });
    equal(received(stream, said(4, 'bob', { thread: ref(1) }), AWAY).unread, 0);
  },
});

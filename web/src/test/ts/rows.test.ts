import { newConversation } from '../../main/resources/web/app/state/state';
import type { Message } from '../../main/resources/web/app/state/message';
import { messageAddressOf, placeAt } from '../../main/resources/web/app/chat/place';
import { readByOthersUpTo, storedUpTo, type Timeline, withUnsent } from '../../main/resources/web/app/state/timeline';
import { withoutPositions } from '../../main/resources/web/app/state/unread';
import { type MessageRow, rowsOf, type RowsView } from '../../main/resources/web/app/ui/timeline/rows';
import { equal, tests } from './check';
import { ME, message, messages, timeline } from './samples';

const rows = (known: Timeline, view: Partial<RowsView> = {}): readonly MessageRow[] =>
  rowsOf(known, { me: ME, ...view }).filter((row) => row.kind === 'message');
const with_ = (position: number, more: Partial<Message>, from = 'bob'): Message => ({ ...message(position, from), ...more });
const ref = (position: number) => ({ author: 'bob', id: `id-${position}` });

tests('ticks', {
  'tell how far each of this person’s own messages has come'() {
    const mine = [1, 2, 3].map((position) => message(position, ME));
    const known = readByOthersUpTo(storedUpTo(timeline([...mine, message(4)]), 2), 1);
    equal(
      rows(known).map(({ tick }) => tick),
      ['seen', 'stored', 'kept', undefined],
    );
  },

  'never go back'() {
    const known = storedUpTo(timeline([message(1, ME)]), 5);
    equal(storedUpTo(known, 3), known);
    equal(readByOthersUpTo(readByOthersUpTo(known, 9), 2).readByOthers, 9);
  },

  'say nothing of another log'() {
    const stream = { ...newConversation('bob'), timeline: readByOthersUpTo(storedUpTo(timeline([]), 5), 5) };
    const { stored, readByOthers } = withoutPositions(stream).timeline;
    equal([stored, readByOthers], [-1, -1]);
  },
});

tests('what a message answers', {
  'is shown as it is now where it is on the page'() {
    const known = timeline([with_(1, { text: 'new words' }), with_(2, { replyTo: { ...ref(1), excerpt: 'old words' } })]);
    equal(rows(known)[1]?.quote, { ref: ref(1), excerpt: 'new words', deleted: false });
  },

  'is shown as it was told where it is not'() {
    const known = timeline([with_(2, { replyTo: { ...ref(1), excerpt: 'old words' } })]);
    equal(rows(known)[0]?.quote, { ref: ref(1), excerpt: 'old words', deleted: false });
  },

  'is not shown once it is deleted'() {
    const gone = with_(1, { text: '', deleted: { at: '2026-01-01T12:00:00Z', by: 'bob' } });
    equal(rows(timeline([gone, with_(2, { replyTo: ref(1) })]))[1]?.quote, {
      ref: ref(1),
      excerpt: undefined,
      deleted: true,
    });
  },
});

tests('a row', {
  'stands out where it mentions this person, and was written by another'() {
    const mentioning = { mentions: [ME.toUpperCase()] };
    const known = timeline([with_(1, mentioning), with_(2, mentioning, ME), with_(3, { mentionsAll: true }), message(4)]);
    equal(
      rows(known).map(({ mentioned }) => mentioned),
      [true, false, true, false],
    );
  },

  'of a message on its way stands in its thread, and in the room where it asks for that'() {
    const unsent = { at: '2026-01-01T12:00:00Z', text: 'hi', state: 'pending' } as const;
    const aside = withUnsent(timeline(messages(1, 1)), { ...unsent, id: 'a', thread: ref(1) });
    const both = withUnsent(aside, { ...unsent, id: 'b', thread: ref(1), alsoInRoom: true });
    equal(
      rows(both).map(({ id }) => id),
      ['id-1', 'b'],
    );
    equal(
      rows(both, { thread: ref(1) }).map(({ id }) => id),
      ['id-1', 'a', 'b'],
    );
  },
});

tests('the address of a message', {
  'leads to it'() {
    const place = { kind: 'room', room: 'a/b #1' } as const;
    const at = { author: 'ann', id: '0195f2a0-0000-7000-8000-000000000000' };
    equal(placeAt(messageAddressOf(place, at)), { place, message: at });
    equal(placeAt('#/room/a%2Fb%20%231'), { place });
    equal(placeAt('#/room/kitchen/ann'), undefined);
  },
});

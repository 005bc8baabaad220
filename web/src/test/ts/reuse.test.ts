import { reused } from '../../main/resources/web/app/ui/timeline/reuse';
import { rowsOf } from '../../main/resources/web/app/ui/timeline/rows';
import { withArrival } from '../../main/resources/web/app/state/timeline';
import { equal, tests } from './check';
import { ME, message, messages, timeline } from './samples';

tests('rows', {
  'stay the very same but for what has changed'() {
    const known = timeline([...messages(1, 3), { ...message(4, 'carl'), replyTo: { author: 'bob', id: 'id-1' } }]);
    const before = rowsOf(known, { me: ME });
    const changed = { ...known, messages: known.messages.with(1, { ...message(2), text: 'other words' }) };
    const after = reused(before, rowsOf(withArrival(changed, message(5)), { me: ME }));
    equal(
      after.map((row) => before.includes(row)),
      [true, true, false, true, true, false],
    );
  },

  'are others where what they quote has changed'() {
    const known = timeline([message(1), { ...message(2, 'carl'), replyTo: { author: 'bob', id: 'id-1' } }]);
    const before = rowsOf(known, { me: ME });
    const changed = { ...known, messages: known.messages.with(0, { ...message(1), text: 'other words' }) };
    equal(
      reused(before, rowsOf(changed, { me: ME })).map((row) => before.includes(row)),
      [true, false, false],
    );
  },
});

import { dayName, nextMidnight } from '../../main/resources/web/app/text/times';
import { equal, tests } from './check';

tests('days', {
  'have other names after midnight'() {
    const evening = new Date(2026, 0, 31, 23, 59, 59);
    equal(dayName(evening, evening), 'Today');
    equal(dayName(evening, nextMidnight(evening)), 'Yesterday');
  },

  'end at midnight, also when one of them has 23 hours'() {
    const next = nextMidnight(new Date(2026, 2, 29, 12));
    equal([next.getMonth(), next.getDate(), next.getHours(), next.getMinutes()], [2, 30, 0, 0]);
  },
});

import { Recent } from '../../main/resources/web/app/text/recent';
import { equal, tests } from './check';

tests('what was worked out lately', {
  'is worked out once, whatever it is'() {
    const recent = new Recent<undefined>(2);
    let times = 0;
    const workOut = (): undefined => void times++;
    recent.of('a', workOut);
    recent.of('a', workOut);
    equal(times, 1);
  },

  'is forgotten when it was used the longest ago'() {
    const recent = new Recent<string>(2);
    const worked: string[] = [];
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) recent.of(name, () => (worked.push(name), name));
    equal(worked, ['a', 'b', 'c', 'b']);
  },
});

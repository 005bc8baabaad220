import { asBefore, myConversations } from '../../main/resources/web/app/state/order';
import { newConversation, type Stream } from '../../main/resources/web/app/state/state';
import type { StreamKey } from '../../main/resources/web/app/protocol/names';
import { equal, tests } from './check';

const talks = (...latest: readonly (readonly [user: string, at: number])[]): ReadonlyMap<StreamKey, Stream> =>
  new Map(latest.map(([user, at]) => [`d/${user}` as const, { ...newConversation(user), latest: at }]));

tests('conversations at the side', {
  'stand with the latest first'() {
    equal(myConversations(talks(['ann', 1], ['bob', 3], ['carl', 2])).map((one) => one.with), ['bob', 'carl', 'ann']);
  },

  'stay where they were while somebody points at them'() {
    const latest = myConversations(talks(['ann', 9], ['bob', 3], ['carl', 2], ['dora', 10]));
    equal(
      asBefore(['d/bob', 'd/carl', 'd/ann'], latest).map((one) => one.with),
      ['bob', 'carl', 'ann', 'dora'],
    );
  },
});

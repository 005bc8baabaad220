import { Drafts } from '../../main/resources/web/app/device/drafts';
import { Person } from '../../main/resources/web/app/device/person';
import { forgetPerson, kept } from '../../main/resources/web/app/device/storage';
import { equal, tests } from './check';

const KEY = 'r/kitchen';

/** Another tab of this browser: the device's memory is the same, the tab's is not. */
function inAnotherTab(act: () => void): void {
  const mine = { ...sessionStorage };
  sessionStorage.clear();
  act();
  sessionStorage.clear();
  for (const [name, value] of Object.entries(mine)) sessionStorage.setItem(name, String(value));
}

tests('drafts', {
  'are each tab’s own'() {
    new Drafts('ann').keep(KEY, 'in this tab');
    inAnotherTab(() => new Drafts('ann').keep(KEY, 'in the other'));
    equal(new Drafts('ann').of(KEY), 'in this tab');
  },

  'begin in a new tab with what was typed last'() {
    new Drafts('ann').keep(KEY, 'half a sentence');
    inAnotherTab(() => equal(new Drafts('ann').of(KEY), 'half a sentence'));
  },

  'stay when another text is sent from another tab'() {
    inAnotherTab(() => new Drafts('ann').keep(KEY, 'sent there'));
    new Drafts('ann').keep(KEY, 'still being written');
    inAnotherTab(() => new Drafts('ann').sent(KEY, 'sent there'));
    inAnotherTab(() => equal(new Drafts('ann').of(KEY), 'still being written'));
    equal(new Drafts('ann').of(KEY), 'still being written');
  },

  'are gone once they are sent'() {
    new Drafts('ann').keep(KEY, 'hello ');
    new Drafts('ann').sent(KEY, 'hello');
    equal(new Drafts('ann').of(KEY), '');
    inAnotherTab(() => equal(new Drafts('ann').of(KEY), ''));
  },

  'stay empty where they were emptied'() {
    inAnotherTab(() => new Drafts('ann').keep(KEY, 'there'));
    new Drafts('ann').keep(KEY, '');
    inAnotherTab(() => new Drafts('ann').keep(KEY, 'there again'));
    equal(new Drafts('ann').of(KEY), '');
  },

  'are forgotten with the person, and nobody else’s are'() {
    new Drafts('ann').keep(KEY, 'mine');
    new Drafts('joann').keep(KEY, 'not mine');
    kept('theme').set('dark');
    forgetPerson('ann');
    equal([new Drafts('ann').of(KEY), new Drafts('joann').of(KEY), kept('theme').get()], ['', 'not mine', 'dark']);
  },
});

tests('the person at this browser', {
  'is one at a time'() {
    const person = new Person();
    equal(person.isStill('ann'), true);
    person.is('Ann');
    equal([person.isStill('ann'), person.isStill('bob')], [true, false]);
  },

  'has left until the server knows it'() {
    const person = new Person();
    person.is('ann');
    person.leaves();
    equal([person.hasLeft, person.isStill('ann')], [true, false]);
    person.isGone();
    equal(person.hasLeft, false);
  },
});

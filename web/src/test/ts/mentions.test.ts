import { realHost } from '../../main/resources/web/app/text/links';
import { beginningOf } from '../../main/resources/web/app/text/mentions';
import { equal, tests } from './check';

tests('names in a text', {
  'may end in a full stop, and so may the sentence'() {
    const isKnown = (name: string): boolean => ['ann', 'bob.'].includes(name);
    equal(beginningOf('@ann.', isKnown), 'ann');
    equal(beginningOf('@ann._-', isKnown), 'ann');
    equal(beginningOf('@bob.', isKnown), 'bob.');
    equal(beginningOf('@bob', isKnown), undefined);
    equal(beginningOf('@annabel', isKnown), undefined);
    equal(beginningOf('@...', isKnown), undefined);
  },
});

tests('the label of a link', {
  'shows where the link leads if it reads like another address'() {
    equal(realHost('https://bank.example/login', 'https://evil.example/'), 'evil.example');
    equal(realHost('bank.example', 'https://bank.example.evil.example/'), 'bank.example.evil.example');
    equal(realHost('to bank.example', 'https://xn--bnk-ula.example/'), 'xn--bnk-ula.example');
  },

  'shows nothing else'() {
    equal(realHost('bank.example', 'https://www.bank.example/a'), undefined);
    equal(realHost('https://Bank.example/a', 'https://bank.example/a'), undefined);
    equal(realHost('the bank', 'https://evil.example/'), undefined);
    equal(realHost('a@b.example', 'mailto:a@b.example'), undefined);
  },
});

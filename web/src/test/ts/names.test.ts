import { isVisible, roomKey, roomNameProblem, trimmedText } from '../../main/resources/web/app/protocol/names';
import { equal, tests } from './check';

tests('names', {
  'have something to see'() {
    for (const nothing of ['', ' ', '\u00a0', '\u200b', '\u2800', '\u3164', '\u115f', '\u200d\ufe0f', '\u202e\u202c']) {
      equal(isVisible(nothing), false);
      equal(roomNameProblem(nothing), 'Give the room a name.');
    }
    for (const something of ['a', '…', '\u0301', '👩‍🚀', '❤️', '\u2801', '\u0600']) equal(isVisible(something), true);
  },

  'do not turn around'() {
    equal(roomNameProblem('\u202eniam'), 'No characters that turn the text around.');
    equal(roomNameProblem('שלום'), undefined);
  },

  'are the same in any case and form'() {
    equal(roomKey(' ＭＡＩＮ '), roomKey('main'));
    equal(roomKey('ΟΔΟΣ'), 'r/οδος');
  },
});

tests('a text that is sent', {
  'keeps the indentation of its first line, and nothing empty around it'() {
    equal(trimmedText(' \n\t\n    if (tea)\n        drink() \n\n'), '    if (tea)\n        drink()');
    equal(trimmedText(' \n '), '');
    equal(trimmedText('hello'), 'hello');
  },
});

import { type Edit, type Format, formattedBy } from '../../main/resources/web/app/text/marks';
import { equal, tests } from './check';

/** The text with `‹` and `›` around what is selected, before and after; one `|` where nothing is. */
function formatted(format: Format, shown: string): string {
  const bare = shown.replace('|', '‹›');
  const [start, end] = [bare.indexOf('‹'), bare.indexOf('›') - 1];
  const text = bare.replace(/[‹›]/g, '');
  return show(text, formattedBy(format, { text, start, end }));
}

function show(text: string, edit: Edit): string {
  const after = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  const { start, end } = edit;
  return `${after.slice(0, start)}‹${after.slice(start, end)}›${after.slice(end)}`.replace('‹›', '|');
}

tests('the format row', {
  'formats what is selected, without the spaces around it'() {
    equal(formatted('bold', 'a ‹b› c'), 'a **‹b›** c');
    equal(formatted('italic', 'a‹ b ›c'), 'a *‹b›* c');
    equal(formatted('strike', '‹a b›'), '~~‹a b›~~');
    equal(formatted('code', '‹a›'), '`‹a›`');
  },

  'takes the format off again'() {
    equal(formatted('bold', 'a **‹b›** c'), 'a ‹b› c');
    equal(formatted('bold', 'a ‹**b**› c'), 'a ‹b› c');
    equal(formatted('strike', '~~‹a›~~'), '‹a›');
    equal(formatted('code', '‹`a`›'), '‹a›');
  },

  'tells bold from italic'() {
    equal(formatted('italic', '**‹b›**'), '***‹b›***');
    equal(formatted('italic', '***‹b›***'), '**‹b›**');
    equal(formatted('bold', '***‹b›***'), '*‹b›*');
    equal(formatted('bold', '*‹b›*'), '***‹b›***');
    equal(formatted('italic', '‹**b**›'), '*‹**b**›*');
  },

  'begins a format where nothing is selected, and ends it'() {
    equal(formatted('bold', 'a |'), 'a **|**');
    equal(formatted('bold', 'a **|**'), 'a |');
  },

  'makes a block of several lines of code'() {
    equal(formatted('code', 'see ‹a\nb› there'), 'see \n```\n‹a\nb›\n```\n there');
    equal(formatted('code', '‹a\nb›'), '```\n‹a\nb›\n```');
  },

  'quotes and lists whole lines, and takes that off'() {
    equal(formatted('quote', 'a\nb‹b\nc›c\nd'), 'a\n‹> bb\n> cc›\nd');
    equal(formatted('quote', 'a\n‹> bb\n> cc›\nd'), 'a\n‹bb\ncc›\nd');
    equal(formatted('list', 'a|'), '- a|');
    equal(formatted('list', '- a|'), 'a|');
    equal(formatted('list', '|'), '- |');
  },

  'asks for what a link still needs'() {
    equal(formatted('link', 'see ‹this› one'), 'see [this](‹https://›) one');
    equal(formatted('link', '‹https://a.example›'), '[|](https://a.example)');
    equal(formatted('link', '|'), '[](‹https://›)');
  },
});

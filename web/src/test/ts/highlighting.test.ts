import { spansOf } from '../../main/resources/web/app/ui/text/highlighting';
import { equal, tests } from './check';

const textOf = (code: string, language: string): string =>
  (spansOf(code, language) ?? []).map(({ text }) => text).join('');

tests('the colours of code', {
  'leave nothing of it out'() {
    const code = '<b onclick="x()">&amp;</b>\n<script>let a = `${1}`; // </script>\n<style>a{b:c}</style>';
    for (const language of ['html', 'js', 'java', 'python', 'sql', 'yaml', 'sh', 'c++', 'md', 'diff', 'php']) {
      equal([language, textOf(code, language)], [language, code]);
    }
  },

  'tell words, texts and numbers apart'() {
    equal(spansOf('return "a" + 12;', 'java'), [
      { text: 'return', tone: 'keyword' },
      { text: ' ' },
      { text: '"a"', tone: 'string' },
      { text: ' + ' },
      { text: '12', tone: 'number' },
      { text: ';' },
    ]);
  },

  'are those of the inner language in what is embedded'() {
    const tones = (spansOf('<script>let a = 12</script>', 'html') ?? []).map(({ text, tone }) => `${text}:${tone}`);
    equal(tones.includes('let:keyword') && tones.includes('12:number'), true);
  },

  'are none where the language is not known'() {
    equal(spansOf('a', 'klingon'), undefined);
    equal(spansOf('a', 'constructor'), undefined);
    equal(spansOf('a', '__proto__'), undefined);
  },
});

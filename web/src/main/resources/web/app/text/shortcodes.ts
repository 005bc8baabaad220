/** Emoji by what they are called between colons. Pure. */
import groups from '../ui/emoji/emoji.json';

export interface Shortcode {
  readonly code: string;
  readonly sign: string;
}

/** What people are used to from elsewhere; the rest is called as it is described. */
const USUAL = [
  '+1 👍, thumbsup 👍, -1 👎, thumbsdown 👎, heart ❤️, joy 😂, smile 😄, grin 😁, laughing 😆, sweat_smile 😅, rofl 🤣',
  'wink 😉, blush 😊, heart_eyes 😍, sunglasses 😎, thinking 🤔, sob 😭, cry 😢, scream 😱, rage 😡, sleeping 😴',
  'tada 🎉, fire 🔥, eyes 👀, rocket 🚀, wave 👋, clap 👏, pray 🙏, muscle 💪, ok_hand 👌, raised_hands 🙌, 100 💯',
  'white_check_mark ✅, x ❌, warning ⚠️, bug 🐛, coffee ☕, beer 🍺, beers 🍻, pizza 🍕, cake 🍰, birthday 🎂, star ⭐',
  'sparkles ✨, bulb 💡, question ❓, exclamation ❗, lock 🔒, broken_heart 💔, skull 💀, ghost 👻, poop 💩, party 🥳',
].join(', ');

/** All of them; of one emoji, the better known name first. */
const all: readonly Shortcode[] = distinct([...usual(), ...described((words) => [words[0]]), ...described(alsoCalled)]);
const byCode = new Map(all.map(({ code, sign }) => [code, sign]));

export function emojiOf(code: string): string | undefined {
  return byCode.get(code);
}

/** Those that begin so, and then those of which another word does; each emoji once. */
export function shortcodes(wanted: string, most: number): readonly Shortcode[] {
  const code = wanted.toLowerCase();
  const beginning = all.filter((known) => known.code.startsWith(code));
  const inside = all.filter((known) => known.code.includes(`_${code}`));
  const signs = new Set<string>();
  return [...beginning, ...inside].filter(({ sign }) => !signs.has(sign) && signs.add(sign)).slice(0, most);
}

function usual(): readonly Shortcode[] {
  return USUAL.split(', ').map((entry) => {
    const [code = '', sign = ''] = entry.split(' ');
    return { code, sign };
  });
}

function described(names: (words: readonly string[]) => readonly (string | undefined)[]): readonly Shortcode[] {
  return groups
    .flatMap(({ emoji }) => emoji)
    .flatMap(([sign = '', words = '']) =>
      names(words.split(',')).map((name = '') => ({ sign, code: name.trim().replace(/[^a-z0-9]+/g, '_') })),
    );
}

function alsoCalled([, words = '']: readonly string[]): readonly string[] {
  return words.split(' ').filter((word) => word !== '');
}

function distinct(codes: readonly Shortcode[]): readonly Shortcode[] {
  const first = new Map<string, Shortcode>();
  for (const known of codes) if (known.code !== '' && !first.has(known.code)) first.set(known.code, known);
  return [...first.values()];
}

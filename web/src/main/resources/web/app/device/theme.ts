/** Light, dark, or as the system says. `public/theme.js` applies the choice before the first paint. */
const NAME = 'confab.theme';

export type Theme = 'system' | 'light' | 'dark';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export function theme(): Theme {
  return THEMES.find((known) => known === document.documentElement.dataset['theme']) ?? 'system';
}

export function nextTheme(now: Theme): Theme {
  return THEMES[(THEMES.indexOf(now) + 1) % THEMES.length] ?? 'system';
}

export function setTheme(choice: Theme): void {
  const root = document.documentElement;
  if (choice === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = choice;
  try {
    if (choice === 'system') localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, choice);
  } catch {
    // holds until the page is left
  }
}

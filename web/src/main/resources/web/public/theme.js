// Runs before the first paint; a file of its own because the content security policy allows no inline script.
try {
  const theme = localStorage.getItem('confab.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // as the system says
}

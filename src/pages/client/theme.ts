const links = () => [...document.querySelectorAll<HTMLAnchorElement>('[data-theme-to]')];

/** Shows the page in a theme, and the switch as it is then. */
export function showTheme(theme: string): void {
  document.documentElement.dataset.theme = theme;
  const scheme = document.querySelector<HTMLMetaElement>('meta[name=color-scheme]');
  if (scheme) scheme.content = theme === 'auto' ? 'light dark' : theme;
  for (const one of links()) one.ariaCurrent = String(one.dataset.themeTo === theme);
}

/** Served pages are told of the theme by a cookie. */
function keepAsCookie(theme: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the other way to set it is not in all browsers yet
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
}

/** Switches light and dark without loading the page again; on served pages the links of the switch do it without this. */
export function bindTheme(keep: (theme: string) => void = keepAsCookie): void {
  for (const link of links()) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const theme = link.dataset.themeTo!;
      keep(theme);
      showTheme(theme);
    });
  }
}

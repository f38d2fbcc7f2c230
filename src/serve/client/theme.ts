/** Switches light and dark without loading the page again; the links of the switch do it without this. */
export function bindTheme(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-theme-to]')];
  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const theme = link.dataset.themeTo!;
      // biome-ignore lint/suspicious/noDocumentCookie: the other way to set it is not in all browsers yet
      document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
      document.documentElement.dataset.theme = theme;
      const scheme = document.querySelector<HTMLMetaElement>('meta[name=color-scheme]');
      if (scheme) scheme.content = theme === 'auto' ? 'light dark' : theme;
      for (const one of links) one.ariaCurrent = String(one === link);
    });
  }
}

import { bindTheme, showTheme } from '../client/theme.js';

const key = 'jianglu-theme';

/** Cookies are not kept for files, and the storage may be shut to them: then each page begins anew. */
function guarded<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** The switch of themes where no server remembers what was chosen. */
export function bindStillTheme(): void {
  const known = guarded(() => localStorage.getItem(key));
  if (known === 'light' || known === 'dark' || known === 'auto') showTheme(known);
  bindTheme((theme) => guarded(() => localStorage.setItem(key, theme)));
}

import { bindKeys } from '../client/keys.js';
import { bindOutline } from '../client/outline.js';
import { bindStillSearch } from './search.js';
import { bindStillTheme } from './theme.js';

/* The pages of a site read well without this; it searches, and spares a reader clicks. */
bindStillTheme();
bindKeys();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live]')) bindStillSearch(form);
bindOutline();

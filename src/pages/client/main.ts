import { bindKeys } from './keys.js';
import { bindOutline } from './outline.js';
import { bindSearch } from './search.js';
import { bindSuggest } from './suggest.js';
import { bindTheme } from './theme.js';

/* Pages work without this; it spares a reader clicks. */
bindTheme();
bindKeys();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live]')) bindSearch(form);
for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) bindSuggest(input);
bindOutline();

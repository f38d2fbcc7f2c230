import { fail } from '../../errors.js';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/**
 * The address of a wiki's api.php. Throws `wiki-address` for anything else, and for plain http to another machine, where
 * passwords could be read on the way, unless that is allowed.
 */
export function apiAddress(url: string, allowHttp = false): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/u.test(parsed.protocol))
    throw fail('wiki-address', { reason: 'not an address of the web' });
  if (parsed.username !== '' || parsed.password !== '')
    throw fail('wiki-address', { reason: 'it holds a password' });
  if (!parsed.pathname.endsWith('/api.php'))
    throw fail('wiki-address', { reason: 'it does not end in api.php' });
  if (parsed.protocol === 'http:' && !allowHttp && !loopback.test(parsed.hostname)) {
    throw fail('wiki-address', { reason: 'http would show the password to everybody on the way' });
  }
  return parsed.origin + parsed.pathname;
}

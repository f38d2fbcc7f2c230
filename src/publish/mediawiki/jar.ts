/** The cookies of one wiki. It is asked at one address only, so that names are all there is to keep. */
export interface Jar {
  /** Takes the cookies that an answer sets, and drops those that it takes back. */
  take(headers: Headers): void;
  /** The value of a `cookie` header; empty without cookies. */
  header(): string;
  clear(): void;
}

const gone =
  /;\s*(?:max-age\s*=\s*(?:0|-\d+)|expires\s*=\s*[A-Za-z]{3,9},\s*\d\d[ -][A-Za-z]{3}[ -]19\d\d)/iu;

/** An empty jar. */
export function cookieJar(): Jar {
  const cookies = new Map<string, string>();
  return {
    take(headers) {
      for (const line of headers.getSetCookie()) {
        const [, name, value] = /^\s*([^=;\s]+)\s*=\s*([^;]*)/u.exec(line) ?? [];
        if (name === undefined || value === undefined) continue;
        if (value === '' || value === 'deleted' || gone.test(line)) cookies.delete(name);
        else cookies.set(name, value.trim());
      }
    },
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    clear: () => cookies.clear(),
  };
}

/** The parts of the API's answers (format=json, formatversion=2, errorformat=plaintext) that we read. */
export interface Answer {
  errors?: ApiError[];
  continue?: Record<string, string>;
  query?: {
    normalized?: { from: string; to: string; fromencoded: boolean }[];
    redirects?: { from: string; to: string; tofragment?: string }[];
    pages?: Page[];
    backlinks?: { title: string }[];
    logevents?: { params?: { target_title?: string } }[];
    tokens?: Record<string, string>;
    general?: { generator: string; lang: string; case: string; uploadsenabled: boolean };
    extensiontags?: string[];
    userinfo?: { name: string; anon?: boolean; rights: string[] };
  };
  login?: { result: string; reason?: string | { text: string } };
  clientlogin?: { status: string; message?: string };
  edit?: { result: string; newrevid?: number; oldrevid?: number; nochange?: boolean; newtimestamp?: string };
  move?: { from: string; to: string };
  upload?: { result: string; filename?: string; filekey?: string; warnings?: Record<string, unknown> };
}

/** An error of the API; `text` is for people, in the wiki's language. */
export interface ApiError {
  code: string;
  text: string;
}

/** A page of a query. */
export interface Page {
  title: string;
  missing?: boolean;
  invalid?: boolean;
  redirect?: boolean;
  revisions?: Revision[];
  imageinfo?: WikiFile[];
}

/** A file that stands: the hash of its bytes, in hexadecimal, and where they are to be had. */
export interface WikiFile {
  sha1: string;
  url: string;
}

/** A revision of a page; `sha1` is absent where an administrator hid the text. */
export interface Revision {
  revid: number;
  parentid: number;
  user?: string;
  timestamp: string;
  size: number;
  sha1?: string;
  tags: string[];
  slots?: { main?: { content?: string } };
}

/** What an error says in one line: its code, and its words for people. */
export const told = ({ code, text }: ApiError): string =>
  `${code}: ${text.replace(/\s+/gu, ' ').slice(0, 300)}`;

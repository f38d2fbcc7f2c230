/** Why something of a query is told to who asked. */
export const noticeCodes = [
  'cut',
  'only-not',
  'value',
  'not-filter',
  'repeated',
  'overruled',
  'topic',
  'speaker',
  'group',
  'concept',
] as const;

/** Why something of a query is told to who asked. */
export type NoticeCode = (typeof noticeCodes)[number];

/** What of a query was not heeded, or leaves nothing to be found. */
export interface Notice {
  code: NoticeCode;
  /** The part of the query, as typed; of `cut` how many characters count. */
  about: string;
  /** Of `value`: what the filter takes. */
  takes?: string;
  message: string;
}

const messages: Record<NoticeCode, (about: string, takes: string) => string> = {
  cut: (about) => `only the first ${about} characters are searched for`,
  'only-not': () => 'a query needs a word that is there, beside those that are not',
  value: (about, takes) => `${about} is searched for as text: this filter takes ${takes}`,
  'not-filter': (about) => `${about} is ignored: only words can be left out`,
  repeated: (about) => `of several filters of a kind the last one counts, ${about}`,
  overruled: (about) => `${about} of the query is ignored: the filter given beside it counts`,
  topic: (about) => `no talk has the topic ${about}`,
  speaker: (about) => `no speaker is called ${about}`,
  group: (about) => `no talk is from a group ${about}`,
  concept: (about) => `no concept is called ${about}`,
};

/** Tells something of a query. */
export function notice(code: NoticeCode, about: string, takes?: string): Notice {
  return { code, about, ...(takes !== undefined && { takes }), message: messages[code](about, takes ?? '') };
}

import type { WeakTalk } from './labels.js';

/** As much of a note as the score script reads. */
export interface ScoredNote {
  sources: [{ path: string }];
  title: string;
  speakers: { name: string }[];
  lecture: { messages: number[] };
  sections: { message: number; level: number; marker: string; title: string; sections: never[] }[];
  qa: { question: { messages: number[] }; answers: { messages: number[] }[] }[];
  topics: never[];
  glossary: never[];
}

/** Weak labels as if they were a note, so that the score script measures them against the hand-made ones. */
export function noteOf(log: string, talk: WeakTalk): ScoredNote {
  return {
    sources: [{ path: `${log}-chat.markdown` }],
    title: talk.title,
    speakers: talk.speakers.map((name) => ({ name })),
    lecture: { messages: talk.members.map(({ message }) => message) },
    sections: talk.headings.map(({ msg, level, marker, title }) => ({
      message: msg,
      level,
      marker,
      title,
      sections: [],
    })),
    qa: talk.qa.map(({ q, a }) => ({ question: { messages: q }, answers: [{ messages: a }] })),
    topics: [],
    glossary: [],
  };
}

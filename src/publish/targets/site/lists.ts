import { conceptPath } from '../../../pages/address.js';
import { between, h, type Part } from '../../../pages/html.js';
import type { Page } from '../../../pages/layout.js';
import { card } from '../../../pages/lists.js';
import type { Words } from '../../../pages/words.js';
import type { CollectedSpeaker, CollectedTalk, CollectedTopic } from '../../engine/collection.js';
import { headOf } from './shelf.js';

interface Listed {
  title: string;
  at: NonNullable<Page['at']>;
  /** What the page lies below. */
  trail: Part[];
  talks: readonly CollectedTalk[];
}

function listOf({ title, at, trail, talks }: Listed, words: Words): Page {
  const cards = talks.map((talk) => card(headOf(talk), words, 2));
  return {
    title,
    at,
    body: h`<p class="trail">${between(trail, h` <span aria-hidden="true">›</span> `)}</p><h1>${title} <span class="count">${words.talks(talks.length)}</span></h1><ol class="cards">${cards}</ol>`,
  };
}

/** The talks of a speaker: the page that stands for a filter of serve. */
export const speakerPage = ({ name, talks }: CollectedSpeaker, words: Words): Page =>
  listOf(
    {
      title: name,
      at: 'speakers',
      talks,
      trail: [h`<a href="/speakers">${words.nav.speakers}</a>`],
    },
    words,
  );

/** The talks about a topic, and where the topic is a term its page. */
export function topicPage({ label, concept, talks }: CollectedTopic, words: Words): Page {
  const term =
    concept !== undefined &&
    h`<a href="${conceptPath(concept.replace(/^concept:/u, ''))}">${words.nav.glossary}${words.colon}${label}</a>`;
  const trail = [h`<a href="/talks">${words.nav.talks}</a>`, term].filter((part) => part !== false);
  return listOf({ title: label, at: 'talks', trail, talks }, words);
}

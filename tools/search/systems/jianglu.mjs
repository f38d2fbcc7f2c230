// jianglu's own search over its SQLite store, in a folder that is gone afterwards.

/** Fills a store with notes and gives the search over it. */
export async function jianglu(_notes) {
  throw new Error('its search has not landed');
}

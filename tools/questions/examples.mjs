// Decisions of the decoder beside what the labels say of them.

/** Which pair each message asks, and which pairs it answers. */
function partsOf(pairs) {
  const asked = new Map();
  const answered = new Map();
  pairs.forEach((pair, i) => {
    for (const id of pair.q) asked.set(id, i);
    for (const id of pair.a) answered.set(id, [...(answered.get(id) ?? []), i]);
  });
  return { asked, answered };
}

/**
 * Runs the decoder over a talk and writes down each decision as options, the good ones among them (none: better take
 * none); the labels decide on the way, or `policy`.
 */
export function examplesOf(talk, { decode, featuresOf }, sparse, policy) {
  const { asked, answered } = partsOf(talk.pairs);
  const out = { join: [], speaker: [], member: [] };
  decode(talk.context, talk.lecture, {
    join(view, thread, features) {
      const now = asked.get(view.id);
      const before = thread.views.map((v) => asked.get(v.id)).filter((x) => x !== undefined);
      const known = now !== undefined || before.length > 0;
      const same = now !== undefined && before.includes(now);
      if (known) out.join.push({ options: [sparse(features, ['join'])], good: same ? [0] : [] });
      if (policy) return policy.join(view, thread, features);
      return known ? same : features.next === 1 && features.gap < 1.6;
    },
    answer(view, threads, links) {
      const pairs = answered.get(view.id);
      const good = threads.flatMap((thread, i) =>
        thread.views.some((v) => pairs?.includes(asked.get(v.id))) ? [i] : [],
      );
      if (threads.length && (!pairs || good.length))
        out[view.person === 0 ? 'speaker' : 'member'].push({
          options: links.map((link) => sparse(featuresOf(link), ['all', ...link.kinds])),
          good,
        });
      if (policy) return policy.answer(view, threads, links);
      return good.at(-1) ?? -1;
    },
  });
  return out;
}

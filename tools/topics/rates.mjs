// How often a concept became a topic of the talks that name it: lexicon/topics-rates.json.

/** A concept has a rate of its own if talks of so many dates name it (so at least as many logs). */
const leastDates = 3;
/** So many talks with the mean rate are added to each concept's; F1 out of fold is the same from 5 to 20. */
const strength = 20;
const round = (x) => Math.round(x * 100) / 100;

/** Counts of talks that name each concept and of those tagged with it, by date; and the mean of all concepts. */
export function tallyOf(talks) {
  const byId = new Map();
  const all = { times: 0, tagged: 0 };
  for (const { date, ranked } of talks)
    for (const { candidate, right } of ranked) {
      if (!candidate.concept) continue;
      const { id } = candidate.concept;
      const dates = byId.get(id) ?? new Map();
      byId.set(id, dates);
      const one = dates.get(date) ?? { times: 0, tagged: 0 };
      dates.set(date, one);
      for (const counts of [one, all]) {
        counts.times++;
        if (right) counts.tagged++;
      }
    }
  return { byId, mean: all.times ? all.tagged / all.times : 0 };
}

/** A concept's rate from all dates but one; undefined where too few are left. */
export function rateIn({ byId, mean }, id, without) {
  const dates = [...(byId.get(id) ?? [])].filter(([date]) => date !== without);
  if (dates.length < leastDates) return undefined;
  const sum = (key) => dates.reduce((all, [, counts]) => all + counts[key], 0);
  return round((sum('tagged') + strength * mean) / (sum('times') + strength));
}

/** A talk's candidates with these rates for the shipped ones; of a talk to fit on, its own date is left out. */
export function rated(ranked, tally, without) {
  const rate = ({ concept }) => (concept ? (rateIn(tally, concept.id, without) ?? round(tally.mean)) : 0);
  return ranked.map((one) => ({ ...one, features: { ...one.features, tagged: rate(one.candidate) } }));
}

/** The file's text: a concept a line. */
export function writtenRates(tally) {
  const lines = [...tally.byId.keys()]
    .sort()
    .map((id) => [id, rateIn(tally, id)])
    .filter(([, rate]) => rate !== undefined)
    .map(([id, rate]) => `  ${JSON.stringify(id)}: ${rate}`);
  return `{\n "unknown": ${round(tally.mean)},\n "concepts": {\n${lines.join(',\n')}\n }\n}\n`;
}

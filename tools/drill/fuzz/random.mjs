/** 128 bits of state from the characters of a seed (FNV-1a, once for each word). */
function stateOf(seed) {
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((start) => {
    let hash = start;
    for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
    return hash >>> 0;
  });
}

/** The generator sfc32: what it gives depends on the seed alone, on every machine. */
function sfc32([a, b, c, d]) {
  return () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
}

/** Chance by a seed, a text. */
export function randomOf(seed) {
  const next = sfc32(stateOf(seed));
  for (let round = 0; round < 15; round++) next();
  /** A whole number from 0 to below `bound`. */
  const below = (bound) => next() % bound;
  const between = (least, most) => least + below(most - least + 1);
  const chance = (share) => next() < share * 0x1_0000_0000;
  const pick = (list) => list[below(list.length)];
  const many = (least, most, make) => Array.from({ length: between(least, most) }, (_, index) => make(index));
  return { below, between, chance, pick, many };
}

/**
 * What draws numbers of things by how often each is to come.
 *
 * @param {readonly number[]} weights
 * @param {() => number} next numbers from 0 to below 1
 * @returns {() => number}
 */
export function drawn(weights, next) {
  const sums = [];
  for (const weight of weights) sums.push((sums.at(-1) ?? 0) + weight);
  return () => {
    const wanted = next() * sums.at(-1);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

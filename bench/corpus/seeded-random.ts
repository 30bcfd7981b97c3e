/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32, Ettinger 2017). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Draws places of a list of `length` by Zipf's law (1949): the second comes half as often as the first, the hundredth a hundredth as
 * often; a smaller exponent flattens that.
 */
export function zipfSampler(random: () => number, length: number, exponent = 1): () => number {
  const sums = new Float64Array(length);
  let sum = 0;
  for (let rank = 0; rank < length; rank++) {
    sum += 1 / (rank + 1) ** exponent;
    sums[rank] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

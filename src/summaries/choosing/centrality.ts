/** A sentence's stems with their weights, of length 1. */
export type StemVector = ReadonlyMap<string, number>;

/** Unit vectors of tf·idf, the idf over the given sentences. */
export function stemVectors(sentences: readonly (readonly string[])[]): StemVector[] {
  const holders = new Map<string, number>();
  for (const stems of sentences)
    for (const stem of new Set(stems)) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  return sentences.map((stems) => {
    const vector = new Map<string, number>();
    for (const stem of stems) vector.set(stem, (vector.get(stem) ?? 0) + 1);
    let square = 0;
    for (const [stem, count] of vector) {
      const weight = count * Math.log(1 + sentences.length / (holders.get(stem) ?? 1));
      vector.set(stem, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [stem, weight] of vector) vector.set(stem, weight / length);
    return vector;
  });
}

/** How alike two sentences are, from 0 to 1. */
export function similarity(one: StemVector, other: StemVector): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0);
  return sum;
}

/** Fewest stems of a sentence whose overlap with another tells anything. */
const FEWEST_STEMS = 4;

/** The share of the shorter sentence's stems that the longer one holds too, from 0 to 1: sentences of one pattern differ in rare words only. */
export function overlap(one: StemVector, other: StemVector): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size < FEWEST_STEMS) return 0;
  let shared = 0;
  for (const stem of small.keys()) if (large.has(stem)) shared += 1;
  return shared / small.size;
}

/** As in PageRank: how often a reader follows a likeness rather than jumping anywhere. */
const DAMPING = 0.85;
const ROUNDS = 30;
/** A sentence less like all others together shares nothing with them: what is left is rounding, and dividing by it is noise. */
const ALONE = 1e-9;

/**
 * How central each sentence is in the graph of likenesses (continuous LexRank, Erkan and Radev 2004), from 0 to 1
 * within the text. The matrix is never written out: it is the vectors' product with themselves, so that a round takes
 * time with the words of the text and not with the square of its sentences.
 */
export function centralities(vectors: readonly StemVector[]): number[] {
  const count = vectors.length;
  if (count === 0) return [];
  const own = vectors.map((vector) => (vector.size === 0 ? 0 : 1));
  const neighbours = spread(vectors, own, own);
  let ranks = vectors.map(() => 1 / count);
  for (let round = 0; round < ROUNDS; round += 1) {
    const shares = ranks.map((rank, index) => {
      const degree = neighbours[index] ?? 0;
      return degree > ALONE ? rank / degree : 0;
    });
    const received = spread(vectors, shares, own);
    ranks = received.map((value) => (1 - DAMPING) / count + DAMPING * value);
  }
  const most = ranks.reduce((high, rank) => Math.max(high, rank), 0);
  const least = ranks.reduce((low, rank) => Math.min(low, rank), most);
  return ranks.map((rank) => (most === least ? 0.5 : (rank - least) / (most - least)));
}

/** What every sentence gets when each hands its share to those like it, itself left out. */
function spread(vectors: readonly StemVector[], shares: readonly number[], own: readonly number[]): number[] {
  const pool = new Map<string, number>();
  vectors.forEach((vector, index) => {
    const share = shares[index] ?? 0;
    for (const [stem, weight] of vector) pool.set(stem, (pool.get(stem) ?? 0) + weight * share);
  });
  return vectors.map((vector, index) => {
    let sum = 0;
    for (const [stem, weight] of vector) sum += weight * (pool.get(stem) ?? 0);
    return Math.max(0, sum - (own[index] ?? 0) * (shares[index] ?? 0));
  });
}

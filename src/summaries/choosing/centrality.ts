/** A sentence's stems with their weights, as a unit vector. */
export type StemVector = ReadonlyMap<string, number>;

/** Makes unit vectors of tf·idf, with the idf over the given sentences. */
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

/** Returns how similar two sentences are, from 0 to 1. */
export function similarity(one: StemVector, other: StemVector): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0);
  return sum;
}

/** The fewest stems of a sentence for a meaningful overlap. */
const FEWEST_STEMS = 4;

/**
 * Returns the share of the shorter sentence's stems that the longer one has too, from 0 to 1: sentences of one pattern only
 * differ in rare words.
 */
export function overlap(one: StemVector, other: StemVector): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size < FEWEST_STEMS) return 0;
  let shared = 0;
  for (const stem of small.keys()) if (large.has(stem)) shared += 1;
  return shared / small.size;
}

/** As in PageRank: how often a reader follows a similarity instead of jumping anywhere. */
const DAMPING = 0.85;
const ROUNDS = 30;
/**
 * A sentence with less total similarity has nothing in common with the others: the rest is rounding, and dividing by it gives
 * noise.
 */
const ALONE = 1e-9;

/**
 * Computes how central each sentence is in the graph of similarities (continuous LexRank, Erkan and Radev 2004), from 0 to 1
 * within the text. Never builds the matrix: it is the vectors' product with themselves, so a round takes time linear in the
 * words of the text, not quadratic in its sentences.
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

/** Computes what every sentence gets if each distributes its share to similar ones, except itself. */
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

import { pointAt } from '../code-point.ts';

/** The most octets in a label of a domain name (RFC 1035 §2.3.4). */
export const LABEL_LIMIT = 63;

/**
 * Whether every label of the domain, in its ASCII form, has 1 to 63 characters. Full stops of other scripts (`。`) separate the
 * ASCII form of a label, but all of it counts as one.
 */
export function hasGoodLabels(text: string, from: number, to: number): boolean {
  let start = from;
  let ascii = true;
  for (let at = from; at <= to; at++) {
    const code = at < to ? text.charCodeAt(at) : 46;
    if (code !== 46) {
      if (code < 32 || code > 126) ascii = false;
      continue;
    }
    const length = ascii ? at - start : encodedLength(text.slice(start, at));
    if (length < 1 || length > LABEL_LIMIT) return false;
    start = at + 1;
    ascii = true;
  }
  return true;
}

function encodedLength(label: string): number {
  let total = -1;
  for (const part of label.split(/[\u3002\uff0e\uff61]/)) {
    total += 1 + (/[^ -~]/.test(part) ? 'xn--'.length + punycodeLength(part) : part.length);
    if (total > LABEL_LIMIT) return total;
  }
  return total;
}

/**
 * Returns the length of a label in Punycode (RFC 3492 §6.3), or any number over 63 if it is longer: each code point takes at
 * least a character, so a long label need not be encoded.
 */
function punycodeLength(label: string): number {
  if (label.length > 2 * LABEL_LIMIT) return label.length;
  const points: number[] = [];
  for (let at = 0; at < label.length; at += (points.at(-1) ?? 0) > 0xffff ? 2 : 1)
    points.push(pointAt(label, at));
  if (points.length > LABEL_LIMIT) return points.length;
  const basic = points.filter((point) => point < 0x80).length;
  let length = basic + (basic > 0 ? 1 : 0);
  let n = 0x80;
  let delta = 0;
  let bias = 72;
  let handled = basic;
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta++;
      if (point !== n) continue;
      length += digits(delta, bias);
      bias = adapted(delta, handled + 1, handled === basic);
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return length;
}

/** Counts the digits of a generalised variable-length integer (RFC 3492 §3.3). */
function digits(value: number, bias: number): number {
  let count = 1;
  let rest = value;
  for (let k = 36; ; k += 36) {
    const threshold = k <= bias ? 1 : Math.min(k - bias, 26);
    if (rest < threshold) return count;
    rest = Math.floor((rest - threshold) / (36 - threshold));
    count++;
  }
}

/** Computes the bias for the next integer (RFC 3492 §6.1). */
function adapted(delta: number, points: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? 700 : 2));
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}

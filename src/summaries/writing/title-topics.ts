import { stemsOf } from '../choosing/words.ts';

/** What separates the topics of a title that lists them: `Lids, wax and a job`. */
const BETWEEN_TOPICS = /[,;、，；]|\s(?:and|und|et|y|e|&|\+)\s/u;
/** A title with fewer topics lists none. */
const FEWEST_TOPICS = 3;
/** An item is about a topic if it has this share of its words. */
const OF_TOPIC = 0.5;

/** Returns the words of each topic that a title lists; none if it lists none. */
export function topicsOf(title: string): string[][] {
  const topics = title.split(BETWEEN_TOPICS).map((topic) => [...new Set(stemsOf(topic))]);
  return topics.length < FEWEST_TOPICS ? [] : topics.filter((stems) => stems.length > 0);
}

/** Whether the title names an item: its line holds enough words of one of the topics. */
export function isNamed(line: string, topics: readonly (readonly string[])[]): boolean {
  if (topics.length === 0) return false;
  const own = new Set(stemsOf(line));
  return topics.some((topic) => topic.filter((stem) => own.has(stem)).length >= topic.length * OF_TOPIC);
}

import { anyOf } from './phrases.ts';

/** What a post shows beside its sentences, and its parts. */
export const SHOWN =
  anyOf(`code, codes, scripts?, snippets?, listings?, commands?, tables?, charts?, graphs?, figures?, diagrams?, pictures?,
  photos?, photographs?, images?, screenshots?, illustrations?, drawings?, plots?, maps?, videos?, examples?, sections?,
  paragraphs?, lists?, outputs?, formulas?, equations?, functions?, polls?, recipes?, links?, footnotes?, captions?, snapshots?,
  demos?, gifs?, animations?, pyramids?, sketch, sketches, queries, query, files?, posts?, expressions?`);
/** What lists consist of. */
export const LISTED =
  anyOf(`tips, reasons, steps, ways, things, ideas, rules, lessons, points, questions, answers, facts, notes, thoughts, findings,
  results, highlights, takeaways, tricks, suggestions, recommendations, mistakes, options, items, features, changes, problems,
  advantages, benefits, principles, examples, instructions, ingredients, tools, books, resources, numbers, rough notes`);
/** One of many texts by the same author. */
export const TEXT = `(?:blog ?)?(?:post|article|piece|essay|tutorial|guide|newsletter|episode|write-?up|entry|instal?lment|walkthrough)s?`;

import type { Draft } from '../drafts/draft.ts';
import type { Finding } from '../drafts/finding.ts';
import type { Profile } from './profile.ts';
import { runsOf } from './sources.ts';

/** Names in a draft's prose that the network will link although their author meant no link: `README.md`, `lib.rs`. */
export function accidentalLinks(draft: Draft, profile: Profile): Finding[] {
  if (draft.settings.silence.includes('accidental-link')) return [];
  const found: Finding[] = [];
  const price = profile.prices.postWithUrl - profile.prices.post;
  for (const run of runsOf(draft.blocks)) {
    if (run.type !== 'text' && run.type !== 'link') continue;
    if (run.type === 'link' && run.auto) continue;
    for (const link of profile.links(run.text)) {
      if (link.accidental !== true) continue;
      const name = run.text.slice(link.start, link.end);
      const cost = price > 0 ? ` and may cost $${price.toFixed(3)} more` : '';
      found.push({
        code: 'accidental-link',
        severity: 'warning',
        message: `\`${name}\` will become a link: it counts ${profile.measure(name)}${cost}; word it differently, or accept it with \`silence: [accidental-link]\``,
        line: run.at.line,
        column: run.at.column + link.start,
      });
    }
  }
  return found;
}

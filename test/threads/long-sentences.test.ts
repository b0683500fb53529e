import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const postsOf = (source: string): string[] =>
  buildThread(parseDraft(source, { path: null }), xProfile()).posts.map(({ text }) => text);

/** Sentences longer than a post; `|` is where an editor cuts them. */
describe('a sentence longer than a post is cut where a clause begins', () => {
  it.each<[why: string, marked: string]>([
    [
      'before `but`, without a comma',
      'The harbour master told us that a lamp on every buoy would solve most of the trouble with the boats of visitors in the fog |but at the end of the season because of the trust that we had built with the island and its crews we got very little extra safety from any lamp on any buoy at all.',
    ],
    [
      'before `but also`, not between the members of a series',
      'Over the next year we plan to improve not only the tools of the harbour for checking, managing, and repairing large numbers of nets of all kinds and sizes, |but also the ways in which crews of different islands find each other, work with each other, and teach the next crews what they have learnt at sea.',
    ],
    [
      'in as few posts as it needs, without a scrap at its start',
      'In 2014, after years as a carpenter and builder of small wooden boats on the northern islands, |I made the frightening but rewarding move to teaching people of all ages how to sail in any weather by connecting crews, families, and schools at the meeting points of the fishing, the ferry, and the repair trades of the islands.',
    ],
    [
      'not around a word that is put in, and not before a bracket',
      'The notice said that the harbour was “closed for visitors during the storm and the days after it” |and I totally agree that visitors, collectively, are a careless lot (as anybody knows who ever had to tow one of them in the dark) although this is not what a notice in a public harbour should say about them.',
    ],
    [
      'not after its first few words',
      'We have seen other boats do the same, and when the season begins in the old harbour, along with the first ropes and lamps of the year, |we show a short list of the rules of the harbour to each crew, pointing out that the names of the keepers are on the wall of the inn beside the pier (in case somebody needs their help at night).',
    ],
    [
      'after its colon, rather than after a comma that is nearer to the middle',
      'The first winter in the new harbour on the other side of the bay taught all of the crews the same thing: |a lamp that nobody looks after, however bright it was on the day of its first light, is worth less than a small one whose keeper climbs up to it every evening with oil, a cloth and some patience.',
    ],
    [
      'after its colon, rather than after a comma before `but`',
      'Somewhat to the surprise of everybody on the pier the new lamp of the keeper could be used in any of the harbours of the bay: |the one in the picture stands in our own, but it has burnt on the old island, in the house of the pilot, and in two of the ferries of the northern line without any change to its wick at all.',
    ],
    [
      'but not after a colon near its start',
      'Everybody on the pier of the old harbour says the same of it: the lamp that the keeper has brought home from the island in the winter is the best one of the whole bay in the fog, |but the crews of the northern line would rather have kept the one that they had, and the pilot says so as well.',
    ],
    [
      'after an ellipsis, rather than after a comma near its end',
      'The lamp that we use on the island was lit from the lamp of the old harbour and that one had been lit by the keeper of the pilots from another one... |all the way back to the first lamp of the bay, which a crew of fishermen had brought home from the war over the ice one winter night.',
    ],
  ])('%s', (_, marked) => {
    expect(postsOf(marked.replace('|', ''))).toEqual(marked.split(' |'));
  });

  it('does not leave its first few words below the sentence before it', () => {
    const before =
      'The keeper of the harbour has said it again and again to every crew that came to the inn: a lamp is worth as much as the hand that fills it, and the hand as much as the oil that somebody brought up to it.';
    const begun =
      'Keeping one small lamp lit with the oil of last year crews can make good use of what they have and show that a light that burns on ten parts of new oil with some salt';
    const rest =
      'in it gives them as bright a beam as one that was filled only with the best oil that can be bought anywhere on the whole of the island.';
    expect(postsOf(`${before} ${begun} ${rest}`)).toEqual([before, begun, rest]);
  });

  it('cuts after a dash without spaces, and after the second of two', () => {
    const first =
      'We had heard so much about the keeper of the island from crews that had met him in the fog or at the inn—a quiet man with a loud bell—';
    const second =
      'and when we came round the point that evening with the sails down and the oars out he stood on the rocks with his lamp in his hand and waved us in as if he had known us for all of his life.';
    expect(postsOf(`${first}${second}`)).toEqual([first, second]);
  });

  it('keeps a short quotation of two sentences whole', () => {
    const first =
      'All winter the crews in the inn beside the pier told each other that the old lamp of the harbour was “too dim”,';
    const second =
      'that nobody “had looked at it in years”, “I would forget about it. It is of no use”, and other things that the keeper of the lamp, who sat at the next table, did not like to hear.';
    expect(postsOf(`${first} ${second}`)).toEqual([first, second]);
  });

  it('cuts after a full stop with a no-break space behind it', () => {
    const first =
      'We sailed to the island in the morning and came back in the afternoon with all the ropes and lamps that the harbour master had lent us.';
    const second =
      'The sea was calm, and the old boat went well, although nobody had looked at her planks since the winter before, when she lay on the beach.';
    expect(postsOf(`${first}\u00a0${second} It was good.`)).toEqual([first, `${second} It was good.`]);
  });
});

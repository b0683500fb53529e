import { describe, expect, it } from 'vitest';
import type { LanguageCode } from '../../src/languages/languages.ts';
import { BREAK, type BreakName } from '../../src/text/break-list.ts';
import { JOINT_RULES, jointAt } from '../../src/text/joints.ts';

/** The code of the place at the `|` of a sentence. */
function codeOf(marked: string, language: LanguageCode): number {
  const start = marked.indexOf('|');
  if (start < 0) throw new Error(`no place: ${marked}`);
  const text = marked.replace('|', '');
  // No white space stands beside some dashes.
  const end = text.charAt(start - 1) === ' ' ? start - 1 : start;
  return jointAt(text, { end, start, marked: /[,;:–—]$/.test(text.slice(0, end)) }, language);
}

describe('where a sentence that is longer than a post is cut best', () => {
  it.each(JOINT_RULES.map(({ why, example, code }) => [why, example, code] as const))(
    '%s',
    (_, example, code) => {
      expect(codeOf(example, 'en')).toBe(code);
    },
  );

  it.each<[LanguageCode, string, BreakName]>([
    ['en', 'Over the next year we plan to advance the tools for all of it, |but also the people.', 'turn'],
    ['en', 'He takes nothing |but the lamp.', 'word'],
    ['en', 'We all sailed out of the old harbour that night, |given that the lamp was burning.', 'turn'],
    ['en', 'We all sailed out of the old harbour that night, |despite the fog on the water.', 'turn'],
    ['en', 'We all sailed out of the old harbour that night, |except for the keeper of the lamp.', 'turn'],
    ['en', 'We wanted to sail that night but, |if it rains, we stay.', 'phrase'],
    ['en', 'We wanted to sail that night and, |if it rains, we stay.', 'phrase'],
    ['en', 'When the harbour is open again, |as the old log says, the boats sail.', 'turn'],
    ['en', 'When the harbour is open again, |and the log says so, we sail.', 'turn'],
    ['en', 'We read the manual of lamp.open, |lamp.shut, and lamp.all that night.', 'phrase'],
    ['en', 'We sailed to the island |with a lamp (of brass).', 'phrase'],
    ['en', 'We wanted to sail that night to the island which |if it rains we leave.', 'word'],
    ['en', 'We wrote to the Office of Help |for Old Sailors in the bay.', 'word'],
    ['en', 'It could well be a more friendly |and sensible way to go.', 'word'],
    ['en', 'It could well be a more friendly way to sail |and the keeper agrees.', 'phrase'],
    ['en', 'It was a hard |but happy life.', 'word'],
    ['en', 'We stayed at home |because of the fog.', 'word'],
    ['en', 'They call it “a harbour” |and I totally agree that people are.', 'clause'],
    ['en', 'The keeper of all of the lamps of the old harbour, |gave an honest and long talk.', 'clause'],
    ['en', 'We sailed with the keeper to the island of the lamp, |where winds and waves are higher.', 'turn'],
    ['en', 'We talked that night about all of our old work, |namely drying and mending nets.', 'clause'],
    ['en', 'We brought to the harbour that night a number of boats, |sails and lamps.', 'phrase'],
    ['en', 'We brought to the harbour that night a number of boats, |oils of lamps and nets.', 'phrase'],
    ['en', 'For all the money, they could give us our nets, |take our lamps and go.', 'phrase'],
    ['en', 'We sail to the island in all of the boats of the bay, |whether old or new, and fish.', 'phrase'],
    ['en', 'We dry all of the nets by the old harbour, |and more recently we mend them.', 'turn'],
    ['en', 'We bought ropes, sails and lamps, |and more.', 'word'],
    ['en', 'He said that people, |collectively, are not that clever.', 'phrase'],
    ['en', 'In 2014, |after years at sea he came home.', 'phrase'],
    ['en', 'It helps with accessing, managing, |and drying nets.', 'phrase'],
    ['en', 'It had an area for accessing the old records of the port, |managing, and drying nets.', 'phrase'],
    ['en', 'There are many boat-related browser |extensions.', 'word'],
    ['en', 'They are made for drying |a net.', 'word'],
    ['en', 'We came to the |island of the birds.', 'word'],
    ['en', 'We were able to stay because of |the old lamp.', 'word'],
    ['en', 'We sail |(that is: in summer) to the island.', 'word'],
    ['en', 'The list of words (an array of floats and of dates, |or of names) is short.', 'word'],
    ['en', 'They fit [most of them, |only two remain] in the harbour.', 'word'],
    ['en', 'They fit [1] in the harbour, |but it is old.', 'turn'],
    ['en', 'It came out of the fog (so it seemed), |and we had to turn.', 'turn'],
    ['en', 'It is an array of floats and of dates - |the older one is shorter.', 'turn'],
    ['en', 'It is a long-|lived boat.', 'word'],
    ['en', 'We would have sailed at once but... |the fog came in.', 'word'],
    ['en', 'The lamp of the harbour was so bright that even... |the keepers saw it.', 'word'],
    ['en', 'We took it in the fog to be quite… |the lamp of the harbour.', 'word'],
    ['en', 'The course was set by another one… |all the way home.', 'turn'],
    ['en', 'They said that it was the … |lamp of the old harbour.', 'word'],
    ['en', 'We sailed to the old island—the one with the birds—|and it took a day.', 'turn'],
    ['en', 'We sailed to the old island—|it took a day.', 'turn'],
    [
      'en',
      'It was such a small and easy thing that we all forgot the cost of it: |we only bought a lamp.',
      'turn',
    ],
    ['en', 'The repair of the old harbour wall: |we began in May and ended it in June.', 'clause'],
    ['en', 'It rained. The repair of the old harbour wall: |we began in May and ended it in June.', 'clause'],
    ['en', 'The harbour was closed, |and so we stayed at home that night.', 'turn'],
    ['en', 'We sailed to the old island - the one with the birds - |and it took a day.', 'turn'],
    ['en', 'We sailed to the old island - |the one with the birds - and it took a day.', 'phrase'],
    ['en', 'We sailed to the old island – |the one with the birds – and it took a day.', 'phrase'],
    ['en', 'We sailed to the old island - |it took a day. It was calm - and warm.', 'turn'],
    ['en', 'We sailed to the old island - |it took a well-known day.', 'turn'],
    ['en', 'We sailed to the old island; |the birds—and the seals—were there.', 'turn'],
    [
      'en',
      'It rained all day.\nThe repair of the old harbour wall: |we began in May and ended it in June.',
      'clause',
    ],
    [
      'en',
      'It rained all day.”  The repair of the harbour wall: |we began in May and ended it in June.',
      'clause',
    ],
    ['en', 'She asked “Do we sail?”, and if the harbour was open, |we did so.', 'clause'],
    ['en', 'She asked: “When the harbour is open, |do we sail?', 'clause'],
    ['en', 'The new keeper set the ‘mode of the lamp: |always on’ and the bell, too.', 'phrase'],
    ['en', 'The keeper’s lamp is on when it rains, |and the sailors’ bell rings.', 'turn'],
    ['en', 'When the harbour was open, |she asked: “Do we sail?”', 'clause'],
    ['en', 'She asked if the harbour”, as we say, was open: when it was, |we sailed “at last”.', 'clause'],
    [
      'en',
      `She said: “${'The harbour is an old one. '.repeat(12)}When it is open again after the storm, |every boat of the island sails on.”`,
      'clause',
    ],
    ['en', 'We sailed to the Isle (a small harbour) |and thought of it.', 'phrase'],
    ['en', 'We were at the old harbour of Hull (a small harbour) |and loved it.', 'phrase'],
    ['en', 'We wrote to the Office at the pier |for Old Sailors.', 'phrase'],
    ['en', 'We wrote to the Office of Help |for old sailors.', 'phrase'],
    ['hu', 'Köteleket, vitorlákat, lámpákat vettünk, |stb. a hajóra.', 'word'],
    ['en', 'She asked: “When the harbour is open, |do we sail?”', 'phrase'],
    ['en', 'She said “no”, |but we sailed to the island.', 'turn'],
    ['en', 'It was an "old, |but dependable lamp", and we lit it.', 'phrase'],
    ['en', 'She said "no", |but we sailed to the island.', 'turn'],
    ['en', 'She said "no" and then "yes", |but we sailed to the island.', 'turn'],
    ['en', 'The mast is 12" thick, |but the old boat with the "tall" mast is fast.', 'turn'],
    ['en', 'The old boat has a "tall mast, |but it is fast.', 'turn'],
    ['en', 'She said “no” at the harbour, |but we sailed to the island” at night.', 'turn'],
    ['en', 'She wrote “ at the top of it, |but they said “no” to the keeper.', 'turn'],
    [
      'en',
      'We saw ‘the lamp of the harbour and of the island in the bay of the old keeper, |but the keeper’s boat was gone.',
      'turn',
    ],
    ['en', '(in the old boat, |but with her sail) we went home.', 'word'],
    ['en', '“We sail at night, |but not today,” she said.', 'phrase'],
    ['en', '"We sail at night, |but not today," she said.', 'phrase'],
    ['en', 'It is a very old, |but dependable lamp.', 'turn'],
    ['en', 'The log says: “We sail |with her to the old island.”', 'phrase'],
    ['en', 'We had waited at the harbour for a keeper, |he was asleep.', 'clause'],
    ['en', 'We had waited at the harbour for a keeper, |Maren Holt of the old island in the bay.', 'clause'],
    ['en', 'We met at the harbour a keeper, |Maren Holt, and her dog.', 'phrase'],
    ['en', 'When we had seen the lamp of the keeper, |well-made as it was, we sailed.', 'clause'],
    ['en', 'It took them until the end of the day before, |and the boat was late.', 'turn'],
    ['en', 'We need two things for it: (1) a rope of the right length; |(2) a lamp.', 'turn'],
    [
      'en',
      `We sailed (in the old boat ${'with the new sail '.repeat(8)}and, as always, without a lamp, |which was lost) home.`,
      'phrase',
    ],
    [
      'en',
      `We sailed (in the old boat ${'with the new sail '.repeat(8)}and without |the lamp, which was lost) home.`,
      'word',
    ],
    [
      'en',
      `We sailed (in the old boat of the keeper, |as ever, ${'with the new sail '.repeat(20)}) home.`,
      'phrase',
    ],
    ['en', `We sailed (as always, |in the old boat ${'with the new sail '.repeat(8)}) home.`, 'word'],
    ['en', 'They had all of it (ropes and the sails, |lamps) and a boat, as the log [1] says.', 'word'],
    ['en', 'The keeper wrote a note to Lamps.org and Sails.net, |today closed.', 'clause'],
    ['en', 'We read all of the log of the harbour, |and carefully closed the old door.', 'clause'],
    ['en', 'We read all of the log of the harbour, |and since it was late, we went home.', 'turn'],
    ['en', 'We read all of the log of the harbour, |and the keeper closed the old door.', 'turn'],
    ['de', 'Der Wirt kaufte für das Zimmer eine teure, |gut gemachte Lampe.', 'phrase'],
    ['de', 'Wir kauften Seile, Segel, Lampen |usw. für das Boot.', 'word'],
    ['de', 'Wir wollten am Abend noch zur Insel fahren, |aber der Hafen war zu.', 'turn'],
    ['de', 'Wir fuhren am Abend noch zur alten Insel in der Bucht, |die im Nebel lag.', 'turn'],
    ['de', 'Wir fuhren am Abend zur Insel |mit der alten Lampe.', 'phrase'],
    ['de', 'Wir kauften Seile, |Segel und Lampen.', 'phrase'],
    ['fr', 'Nous voulions aller à l’île ce soir |mais le port était fermé.', 'clause'],
    ['es', 'Queríamos ir a la isla esa noche |pero el puerto estaba cerrado.', 'clause'],
    ['hu', 'Este még a szigetre akartunk menni, |de a kikötő zárva volt.', 'turn'],
    ['tr', 'O akşam adaya gitmek istedik |ama biz limanda kaldık.', 'clause'],
  ])('%s: %s', (language, example, name) => {
    expect(codeOf(example, language)).toBe(BREAK[name]);
  });
});

import { describe, expect, it } from 'vitest';
import { long, told } from './opening-of.ts';

/** A scene that leaves little room in an opening of three posts. */
const SCENE = `Lamps smoke. Keepers cough. ${long(420, 'Harbours')}`;
/** What no opening has room for beside it. */
const BETWEEN = long(420, 'Boats');
const BESIDE = long(120, 'Winds');
const ALONE = 'This article describes a lamp that burns without smoke.';

/** The summary of a post in which something stands between a scene and its purpose. */
const post = (purpose: string, between = BETWEEN, scene = SCENE): string[] =>
  told(`${scene}\n\n${between}\n\n${purpose}\n\n${BESIDE}`);

describe('an opening that has no room for what its post is for', () => {
  it('tells it below as much of the scene as there is room for', () => {
    expect(post(BESIDE)).toEqual([SCENE]);
    expect(post(ALONE)).toEqual([SCENE, ALONE]);
  });

  it.each([
    ['names what is left out', 'In this post, we show how these boats are built.'],
    ['speaks of several things', 'This post describes both.'],
    ['leans on what is left out', 'In this post, it is shown at length.'],
    ['is a caption', 'This post shows lamps :)'],
    ['fills more than a post', `This article describes ${long(280, 'lamps')}`],
  ])('tells none that %s', (_, purpose) => {
    expect(post(purpose)).toEqual([SCENE]);
  });

  it.each([
    ['below a heading', `## Boats\n\n${ALONE}`],
    ['in an item', `- ${ALONE}\n- Boats sail.`],
    ['five sentences below', `Boats sail. Boats row. Boats drift.\n\n${ALONE}`],
  ])('looks for none %s', (_, rest) => {
    expect(post(rest)).toEqual([SCENE]);
  });

  it('may lean on the opening where nothing is left out between', () => {
    const next = 'I want to share my updated findings with all of this and why lamps smoke.';
    expect(told(`${SCENE}\n\n${next}\n\n${BESIDE}`)).toEqual([SCENE, next]);
    expect(post(next)).toEqual([SCENE]);
  });

  it('tells what a purpose points back to, or neither', () => {
    const [link, pointing] = [
      'Read all of it [here](https://e.org/a).',
      'This guide is trying to change that!',
    ];
    const ground = 'Some people think that they can’t keep a lamp.';
    const of = (above: string): string[] => told(`${SCENE} ${link}\n\n${above}\n\n${pointing}\n\n${BESIDE}`);
    expect(of(ground)).toEqual([SCENE, ground, pointing]);
    expect(of('He thinks that they can’t.')).toEqual([SCENE]);
  });

  it('finds one four sentences below', () => {
    expect(post(`Boats sail. Boats row.\n\n${ALONE}`)).toEqual([SCENE, ALONE]);
  });

  it('tells none where the post was spoken of, or its purpose told', () => {
    for (const first of ['This long post took a week.', 'Today’s issue is short.', ALONE]) {
      const scene = `${first} Keepers cough. ${long(420, 'Harbours')}`;
      expect(post(ALONE, BETWEEN, scene).filter((one) => one.endsWith(ALONE))).toEqual([]);
    }
  });

  it('does not say a description again, nor what was told', () => {
    const head = 'description: A lamp that burns without smoke.\n';
    expect(told(`${SCENE}\n\n${BETWEEN}\n\n${ALONE}\n\n${BESIDE}`, head).join(' ')).not.toContain(ALONE);
    const again = 'We are happy to announce that lamps smoke and keepers cough.';
    expect(post(again)).toEqual([SCENE]);
  });

  it('is told instead of a first paragraph that says the same', () => {
    const teaser = 'A lamp of brass that burns oil from the north without smoke.';
    const whole = `This article describes ${teaser.charAt(0).toLowerCase()}${teaser.slice(1)}`;
    const scene = `Lamps smoke. Keepers cough. ${long(300, 'Harbours')}`;
    expect(told(`${teaser}\n\n${scene}\n\n${whole}`)).toEqual([scene, whole]);
    expect(told(`${teaser} Oil smells.\n\n${scene}\n\n${whole}`)[0]).toContain(teaser);
    const other = 'This article describes a lamp that burns without smoke in the harbour.';
    expect(told(`${teaser}\n\n${scene}\n\n${other}`)[0]).toBe(teaser);
  });

  it('is told if it has five words, and fills no more than a post', () => {
    expect(post('This post shows tin lamps.')).toEqual([SCENE, 'This post shows tin lamps.']);
    expect(post('This post shows lamps.')).toEqual([SCENE]);
    const of = (length: number): string => long(length, 'This article describes lamps that smoke');
    expect(post(of(280))).toEqual([SCENE, of(280)]);
    expect(post(of(281))).toEqual([SCENE]);
  });

  describe('above which the whole scene has no room', () => {
    const [first, second] = [`Lamps smoke. ${long(400, 'Harbours')}`, long(400, 'Lanterns')];
    const PURPOSE = 'This article describes how lamps of brass and glass burn oil.';
    /** The summary of a post whose author ended a teaser below the scene. */
    const teased = (purpose: string, scene = `${first}\n\n${second}`): string[] =>
      told(`${scene}\n\n<!-- more -->\n\n${BETWEEN}\n\n${purpose}\n\n${BESIDE}`);

    it('leaves out the end of the scene', () => {
      expect(teased(BESIDE)).toEqual([first, second]);
      expect(teased(PURPOSE)).toEqual([first, PURPOSE]);
    });

    it('leaves out nothing that led from one to the other', () => {
      expect(teased('This article describes how trees are cut in winter.')).toEqual([first, second]);
      expect(teased('This article describes how trees burn in winter.')).toEqual([first, second]);
    });

    it('leaves out nothing that takes the rest back', () => {
      expect(teased(PURPOSE, `${first}\n\nBut ${second}`)).toEqual([first, `But ${second}`]);
    });

    it('tells two sentences of the scene, or all of it', () => {
      expect(teased(PURPOSE, `${long(413, 'Harbours')}\n\n${second}`)).toEqual([
        long(413, 'Harbours'),
        second,
      ]);
    });
  });
});

import { describe, expect, it } from 'vitest';
import { drawnText, OTHER_SCRIPTS, scriptsMissing } from '../../src/cards/other-scripts.ts';

describe('the font that a text needs is named', () => {
  it.each([
    ['print("hello") # ≤ β → ├──', []],
    ['# 计算、平均。', ['Chinese']],
    ['# 計算する、平均。', ['Japanese']],
    ['# 계산', ['Korean']],
    ['"صباح الخير"', ['Arabic']],
    ['"🎉"', ['emoji']],
  ])('%s: %j', (text, names) => {
    expect([...scriptsMissing(text).keys()].map((script) => script?.name)).toEqual(names);
  });

  it('by a package that has the file of the font at its usual place', () => {
    for (const { package: name, file } of OTHER_SCRIPTS) {
      expect(name).toMatch(/^@expo-google-fonts\/noto-/);
      expect(file).toMatch(/^400Regular\/Noto\w+_400Regular\.ttf$/);
    }
  });
});

it('signs that the fonts lack are drawn as ones that they have', () => {
  expect(drawnText('✅ ✔️ ❌')).toBe('✓ ✓ ✗');
});

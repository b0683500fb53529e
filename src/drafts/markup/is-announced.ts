import { UNSPACED } from '../../languages/unspaced.ts';

/** Whether the words above a place announce what is there: “Here it is:”, 「以下のような表示です。」 */
export function isAnnounced(source: string, at: number): boolean {
  const line =
    source
      .slice(Math.max(0, at - 500), at)
      .trimEnd()
      .split('\n')
      .at(-1) ?? '';
  const words = line.replace(/<[^<>]*>/g, '').trim();
  return (
    /[:：]["”’»)*_]*$/.test(words) ||
    Object.values(UNSPACED).some(({ announces }) => announces.pattern.test(words))
  );
}

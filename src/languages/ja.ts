import type { UnspacedLanguage } from './language.ts';

/** Japanese. */
export const ja = {
  name: 'Japanese',
  announces: {
    pattern:
      /(?<![\p{N}\p{Script=Han}])(?:(?:以下|下記|次|下)の(?:よう|様|通り|とおり|手順|もの|点|コード|コマンド|リンク|記事|サイト|ページ|[\p{N}一二三四五六七八九十]+つ)|(?:以下|下記)(?:に(?!続)|を(?:参照|参考|見|ご覧|読|確認)|が[^。]{0,12}(?:です|ある|あります)|で))/u,
    why: 'it points at what is below it',
    examples: [
      '変更点は以下を参照してください。',
      '以下のようなテストが実行されます。',
      '手順は次の通りです。',
      '主な理由は以下の3つです。',
    ],
    not: ['十人以下の村に住む。', '次の日に引っ越した。', '次に蓋を取る人が来た。'],
  },
  goesOn: {
    pattern:
      /^(?:を|とある(?:よう|通り|とおり)|という(?:感じ|わけ|こと|流れ|の[はがも])|といった|の(?:よう|様)[なに])/u,
    why: 'a particle at the start of a line has its noun above',
    examples: [
      'を実行すると、一覧が出る。',
      'とあるように、蓋は重い。',
      'という感じです。',
      'の様な値になる。',
    ],
    not: ['とても重い。', 'はじめに、蓋を取る。'],
  },
} as const satisfies UnspacedLanguage;

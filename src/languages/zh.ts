import type { UnspacedLanguage } from './language.ts';

/** Chinese. */
export const zh = {
  name: 'Chinese',
  announces: {
    pattern:
      /如下|(?<![\p{N}一二三四五六七八九十])以下(?:是|为|几|[\p{N}两三四五六七八九十]+(?:个|种|点|条|步)|步骤|内容|方法|命令)|下列|下面(?:是|的|几|这)/u,
    why: 'it points at what is below it',
    examples: ['步骤如下。', '以下是我们的理由。', '下面是三条建议。'],
    not: ['十人以下的村子。', '水在桥下面。'],
  },
  goesOn: {
    pattern: /^(?:等等|之类的|的话)/u,
    why: 'it ends the sentence above',
    examples: ['等等，都在仓库里。'],
    not: ['等待的时候，下雨了。'],
  },
} as const satisfies UnspacedLanguage;

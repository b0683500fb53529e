import type { Phrases } from './phrases.ts';

/** The Chinese phrase rules for choosing sentences, simplified and traditional. Chinese has no spaces. */
export const ZH_PHRASES: Phrases = {
  refersBack: [
    {
      pattern:
        /^(?:这|這|那(?!时|時候)|(?:尽管|儘管|虽然|雖然|如果|当|當)(?:它|他|她|这|這|那)|所有这|所有這|它|他|她|它们|它們|他们|他們|她们|她們|此|其|该|該|两者|兩者|前者|后者|後者|如此|同样|同樣)/u,
      why: 'a demonstrative or pronoun whose noun is in an earlier sentence',
      examples: ['它很冷。', '尽管它很冷，水还是来了。', '这座房子漏水。'],
      not: ['水很冷。'],
    },
    {
      pattern:
        /^(?:但|但是|可是|不过|不過|然而|而且|而|并且|並且|所以|因此|于是|於是|因而|另外|此外|同时|同時|例如|比如|换句话说|換句話說|也就是说|也就是說|总之|總之|其实|其實|当然|當然|首先|其次|然后|然後|接着|接著|最后|最後|否则|否則|反之|相反|虽然如此|像往常一样|和往常一样|一如既往|正如(?:我|前))/u,
      why: 'a connective joins it to the sentence before',
      examples: ['但是没有人来。', '因此我们留下了。'],
      not: ['没有人来。'],
    },
    {
      pattern:
        /^(?:是的|不|对|對|好|嗯|那么|那麼|装完之后|裝完之後|之后|之後|与此同时|與此同時|除此之外|在此(?:基础上|過程中|过程中)?)[，,。！]/u,
      why: 'it answers or reacts to the sentence before',
      examples: ['是的，它漏水。', '装完之后，水就来了。'],
      not: ['不漏水的船很少。'],
    },
  ],
  leansBack: [
    {
      pattern: /(?:那|这|這)(?:天|年|个月|個月|周|週|晚|时|時|次|件事|个问题|個問題|种方法|種方法)/u,
      why: 'the time or the thing was named before',
      examples: ['我们那天离开了。'],
      not: ['我们早上离开了。'],
    },
  ],
  deictic: [
    {
      pattern:
        /(?:如下|如上|以上(?:[一二三四五六七八九十几幾这這各就是]|内容|內容|介绍|介紹)|以下|下面|上面|下图|下圖|上图|上圖|上述|下述|前述|如图|如圖|见图|見圖|下表|上表|上文|下文|前文|后文|後文)|(?:图|圖|表)\s?\d/u,
      why: 'it points at another part of the post',
      examples: ['运行下面的命令。', '见图3。', '通过上文，大家有了了解。', '基于如上的原因，我们换了盖子。'],
      not: ['水面很冷。'],
    },
    {
      pattern:
        /(?:本|这篇|這篇|上一篇|下一篇|前一篇|上篇|下篇)(?:文|文章|博客|系列|节|節|章)|(?:点击|點擊|请看|請看|参见|參見|详见|詳見)|(?:在|见|見|看)(?:这里|這裡|此处|此處)[。，,]?$/u,
      why: 'it is about the post itself, about another one, or about a link',
      examples: ['本文介绍五种盖子。', '在上一篇文章中，我们谈了绳子。', '代码在这里。'],
      not: ['这里很冷。'],
    },
  ],
  announcing: [
    {
      mayTell: false,
      pattern:
        /(?:我将|我會|我会|我們將|我们将|让我们|讓我們|接下来|接下來)(?:[^。]{0,8})(?:介绍|介紹|说明|說明|讨论|討論|看看|分享|解释|解釋)/u,
      why: 'it says what the post is going to say',
      examples: ['接下来我们看看盖子。', '我将介绍五种盖子。'],
      not: ['我将离开。'],
    },
  ],
  housekeeping: [
    {
      pattern:
        /谢谢|謝謝|感谢(?:阅读|大家|您)|感謝(?:閱讀|大家|您)|欢迎(?:大家|您)?(?:在|去|到)?[^。！]{0,30}(?:留言|关注|订阅|评论|投稿|提交|访问|推荐|转发)|歡迎(?:大家|您)?(?:在|去|到)?[^。！]{0,30}(?:留言|關注|訂閱|評論|投稿|提交|訪問|推薦|轉發)|(?:发布|提供)[^。]{0,12}(?:招聘|就业)信息|订阅|訂閱|关注我|關注我|点赞|大家好|更多信息|更多資訊|加群|入群|发帖|發帖|加入.{0,12}群|扫码|掃碼|联系我们|聯繫我們|如果您有任何(?:问题|疑问)|公开开发|打开一个 ?issue|(?:更新|注意|注|来源|來源|参考|參考)[：:]/u,
      why: 'invitations, thanks and remarks are not its content',
      examples: [
        '感谢阅读！',
        '本杂志开源，欢迎提交盖子，投稿。',
        '欢迎大家去盖子网留言。',
        '《盖子》服务发布招聘信息。',
        '大家好，我是编辑。',
        '加入「盖子群」，与大家分享。',
        '更新：计划变了。',
      ],
      not: ['下雨了。'],
    },
    {
      pattern:
        /^(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}[/-]\d{1,2}[/-]\d{1,2})(?:\s|$|(?:发布|發布|更新))|^(?:作者|发布于|發布於|发表于|更新于|日期)[：:]?/u,
      why: 'a byline: who wrote it, and when',
      examples: ['2026年11月3日', '作者：安娜'],
      not: ['2026年11月3日，港口结冰了。'],
    },
  ],
  reflexive: [],
  verbless: [],
  defining: [
    {
      pattern:
        /^[^，。]{1,20}(?:是一(?:个|個|种|種|座|本|款|套|项|項)|是指|指的是|意味着|意味著|就是|称为|稱為)/u,
      why: 'it says what something is',
      examples: ['栈是一种数据结构。'],
      not: ['盘子碎了。'],
    },
  ],
  occasion: [
    {
      pattern:
        /(?:发布|發布|推出|宣布|完成|上线|上線|开始|開始|结束|結束|更换|更換)了|^(?:今天|昨天|上周|上週|上个月|上個月|去年|今年|\d{4}\s?年|[一二三四五六七八九十\d]+月)/u,
      why: 'it says what happened, and why the post was written',
      examples: ['我们发布了新的盖子。', '去年，我们换了浮子。'],
      not: ['盖子很重。'],
    },
  ],
  turning: [
    {
      pattern:
        /(?:问题|問題|原因|教训|教訓|错误|錯誤|答案|目的|关键|關鍵|重点|重點)(?:是|在于|在於)|(?:发现|發現|意识到|意識到|学到|學到|明白)了?|而不是|不再/u,
      why: 'the story turns, or a lesson is drawn',
      examples: ['我们的错误是盖子。', '我们发现水会等。'],
      not: ['盖子很重。'],
    },
  ],
  contrasting: /^(?:但是?|不过|不過|然而|可是|只是|可惜|遗憾|遺憾)/u,
  advising: [
    {
      pattern: /(?:应该|應該|必须|必須|不要|避免|建议|建議|最好|需要|记得|記得)/u,
      why: 'it gives advice',
      examples: ['应该煮两次。'],
      not: ['盖子很重。'],
    },
  ],
  instructing: [],
  supposing: [
    {
      pattern: /^(?:假设|假設|假如|如果|也许|也許|或许|或許|可能|想象|想像)/u,
      why: 'an example or a guess is not the point',
      examples: ['假设我们要一个盖子。'],
      not: ['我们要一个盖子。'],
    },
  ],
  recalling: [
    {
      pattern: /(?:我还记得|我還記得|我记得|我記得|告诉我|告訴我|小时候|小時候)/u,
      why: 'a memory is the story around the point',
      examples: ['我还记得那个味道。'],
      not: ['味道很浓。'],
    },
  ],
  general: /所有|每(?:个|個|一)|从不|從不|没有人|沒有人|总是|總是|最|只有|任何|永远|永遠/u,
  numerals: /一半|两倍|兩倍|[一二三四五六七八九十百千万萬亿億]+(?:人|年|次|个|個|元|倍)/u,
  subclause: /(?:因为|因為|虽然|雖然|如果|当|當|尽管|儘管)/gu,
  logLabels: '早餐,午餐,晚餐,睡眠,起床,天气,天氣,心情,体重,運動,运动,阅读,閱讀,音乐,音樂'.split(','),
};

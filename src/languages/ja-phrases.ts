import type { Phrases } from './phrases.ts';

/** The Japanese phrase rules for choosing sentences. Japanese has no spaces, so patterns match the start or the end. */
export const JA_PHRASES: Phrases = {
  refersBack: [
    {
      pattern:
        /^(?:これ|それ|あれ|この|その|あの|ここ|そこ|あそこ|こう|そう(?!いえば)|こんな|そんな|こういう|そういう|こうした|そうした|彼|彼女|前者|後者|両方|どちらも)/u,
      why: 'a demonstrative whose noun is in an earlier sentence',
      examples: ['それは冷たかった。', 'この家は漏れる。'],
      not: ['お湯は冷たかった。'],
    },
    {
      pattern:
        /^(?:で、|そもそも|あくまで|とりあえず|むしろ|しかも|おまけに|先に(?:少し)?触れ|先ほど|さっき|まあ|まぁ|とにかく|しかし|でも|だが|だけど|けれど|ただ|ただし|そして|また(?!は)|さらに|それに|だから|なので|あるいは|なお|ちなみに|それゆえ|このため|したがって|よって|つまり|たとえば|例えば|一方|逆に|すると|では|じゃあ|ところが|ところで|とはいえ|というわけで|ちなみに|なお|特に|実際|もちろん|やはり|次に|最後に|最初に|まず|結局|要するに|同様に|他にも|その後|いつも(?:の)?(?:通り|どおり|ように))/u,
      why: 'a connective joins it to the sentence before',
      examples: [
        'しかし誰も来なかった。',
        'そもそも蓋がない。',
        '例えば、蓋です。',
        'いつも通り、コードは公開です。',
      ],
      not: ['誰も来なかった。', 'または蓋を使う。'],
    },
    {
      pattern:
        /^(?:など(?:が|の|を|は|に|で|、)|において|にて|という|といった|として(?:は)?|からは、|よりも)/u,
      why: 'it is the rest of a sentence that a link or code interrupted',
      examples: ['などが有名です。', 'においてあります。', 'というわけです。'],
      not: ['などか湾は広い。', '蓋などが有名です。'],
    },
    {
      pattern: /^(?:はい|いいえ|うん|ええ|さて|なるほど|そうですね)[、,。！]/u,
      why: 'it answers or reacts to the sentence before',
      examples: ['はい、漏れます。'],
      not: ['はいた息は白い。'],
    },
  ],
  leansBack: [
    {
      pattern: /(?:その|あの|この)(?:日|夜|年|週|月|朝|時|とき|頃|場所|人|件|問題|方法)/u,
      why: 'the time or the thing was named before',
      examples: ['私たちはその朝に出た。'],
      not: ['私たちは朝に出た。'],
    },
    {
      pattern: /(?:けど|けれど|けれども|が|し|ので|から|たり)[。…]+$/u,
      why: 'it breaks off, and what follows is left to the reader',
      examples: ['蓋は必要だと思うが。', 'まだ寒いけど…。'],
      not: ['蓋は必要だと思う。'],
    },
  ],
  deictic: [
    {
      pattern:
        /(?:以下|下記|上記|前述|後述|上の|下の|次の)(?:の)?(?:コード|図|表|例|画像|写真|コマンド|リスト|手順|通り|とおり|よう(?:に|な)|様(?:に|な)|スクリプト|記事|グラフ|スライド|リンク)|以下(?:に|から|を)|以下の(?:\d+|[一二三四五六七])つ|(?:図|表)\s?\d|後述|前述|上記|下記|(?:見て|ご覧)[^。、]{0,8}(?:わか|分か)る(?:通り|とおり|よう)/u,
      why: 'it points at another part of the post',
      examples: [
        '以下のコードを実行します。',
        '図3を見てください。',
        '上記の通りです。',
        '以下に蓋をまとめてあります。',
        '蓋は以下の様な感じです。',
        '図を見てもわかる通り、蓋は重い。',
      ],
      not: ['次の年に引っ越した。'],
    },
    {
      pattern:
        /^こんな(?:感じ|風|ふう)|^このよう(?:に|な)|^という(?:ように|感じ|わけ)|^例として|^(?:結果|出力)は|^参考(?:情報|資料|リンク|まで)|まとめはこちら/u,
      why: 'it shows what a summary leaves out',
      examples: ['こんな感じで、蓋を閉めます。', '例として、蓋を作りたいと思います。'],
      not: ['こんなに寒い朝はない。'],
    },
    {
      pattern:
        /(?:について|を|方法を?)(?:ご)?(?:紹介|解説|説明|まとめ)(?:しました|いたしました|してきました)[。！]?$/u,
      why: 'it sums up the post',
      examples: ['蓋の作り方について紹介しました。'],
      not: ['彼は蓋を紹介した人だ。'],
    },
    {
      pattern:
        /(?:この|今回の|前回の|次回の|前の|本)(?:記事|投稿|ブログ|シリーズ|エントリ|連載|稿)|前回|次回|(?:こちら|ここ)(?:を|から|に|で)(?:ご|確認|参照|どうぞ|ダウンロード|見)|詳しくは|詳細は/u,
      why: 'it is about the post itself, about another one, or about a link',
      examples: [
        'この記事では蓋を紹介します。',
        '前回は縄について話しました。',
        '詳しくはこちらをご覧ください。',
      ],
      not: ['この鍋は重い。'],
    },
  ],
  announcing: [
    {
      mayTell: false,
      pattern: /^以下の[^。、]{1,12}[がをはも]/u,
      why: 'it announces what comes after it',
      examples: ['以下の蓋が報告されています。'],
      not: ['それ以下の蓋は軽い。'],
    },
    {
      mayTell: false,
      pattern:
        /(?:紹介|説明|解説|共有)(?:します|していきます|したいと思います|する)。?$|見て(?:いきましょう|みましょう)|(?:次|以下)の(?:\d+|[一二三四五六七八九十]+)?つ?(?:です|になります)/u,
      why: 'it says what the post is going to say',
      examples: ['五つの蓋を紹介します。', '図を見ていきましょう。'],
      not: ['蓋は五つある。'],
    },
  ],
  housekeeping: [
    {
      pattern:
        /ありがとう|お願いします|フォロー|購読|登録して|コメント(?:を|ください|お待ち|欄)|フィードバックを|お問い合わせ|それでは、?また|お楽しみに|いかがでしたか|売り上げランキング|amazlet|カエレバ|ヨメレバ|で詳しく見る|で詳細を見る|参考になれば|ご覧ください|最後まで読|こんにちは|こんばんは|はじめまして|(?:追記|更新|注意|注|出典|参考)[：:]/u,
      why: 'invitations, thanks and remarks are not its content',
      examples: [
        '読んでくださってありがとうございます。',
        'こんにちは、編集部です。',
        '小学館 売り上げランキング: 5,008',
        '追記: 計画が変わりました。',
      ],
      not: ['雨が降った。'],
    },
    {
      pattern:
        /^(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}[/-]\d{1,2}[/-]\d{1,2})(?:\s|$|に?(?:公開|投稿|更新))|^(?:公開日|更新日|投稿日|著者|執筆|文)[：:]/u,
      why: 'a byline: who wrote it, and when',
      examples: ['2026年11月3日', '公開日: 2026年11月3日'],
      not: ['2026年11月3日の朝、港が凍った。'],
    },
  ],
  reflexive: [],
  verbless: [
    {
      pattern:
        /[\p{Script=Han}\p{Script=Katakana}ー）)」』A-Za-z\d]。?$|(?:こと|もの|とき|ため|など|まで|から|の|ところ|ほう|あたり)。?$/u,
      why: 'an item that ends in a noun names a thing and says nothing about it',
      examples: ['通知する方法の考案', '小麦粉 200g', '蓋を外すときの手順', '札で分けるノート。'],
      not: ['蓋は重い。', '蓋が重いので外す', '蓋は二つある'],
    },
  ],
  defining: [
    {
      pattern:
        /^[^、。]{1,30}(?:とは|というのは)|^[^、。]{1,30}は[^。]{2,60}(?:の(?:こと|一種|一つ)|ための[^。]{1,20})(?:です|だ|である)/u,
      why: 'it says what something is',
      examples: ['スタックとは皿の集まりである。', '潮位計は水位を測るための装置です。'],
      not: ['皿が割れた。'],
    },
  ],
  occasion: [
    {
      pattern:
        /(?:リリース|公開|発表|開始|終了|導入|移行|交換|開催)(?:しました|します|されました|した)|ようになりました|^(?:今日|昨日|先週|先月|昨年|去年|今年|今月|\d{4}年|\d{1,2}月)/u,
      why: 'it says what happened, and why the post was written',
      examples: ['新しい蓋を公開しました。', '昨年、浮きを交換した。'],
      not: ['蓋は重い。'],
    },
  ],
  turning: [
    {
      pattern:
        /(?:問題|原因|理由|教訓|失敗|答え|目的|ポイント|大切なの|重要なの)は|(?:わかった|分かった|気づいた|気付いた|学んだ|わかりました|分かりました|気づきました|学びました)|ではなく/u,
      why: 'the story turns, or a lesson is drawn',
      examples: ['失敗は蓋だった。', '水は待つとわかった。'],
      not: ['蓋は重い。'],
    },
  ],
  contrasting: /^(?:しかし|でも|だが|けれど|ただ(?:し|、)|ところが|とはいえ|残念)/u,
  advising: [
    {
      pattern:
        /(?:べき|ほうが(?:いい|良い|よい)|方が(?:いい|良い|よい)|おすすめ|お勧め|ましょう|必要(?:が|です|だ)|なければ(?:なら|いけ)|(?:して|し)はいけ)/u,
      why: 'it gives advice',
      examples: ['二度ゆでるべきだ。', '蓋を取ったほうがいい。'],
      not: ['蓋は重い。'],
    },
  ],
  instructing: [],
  supposing: [
    {
      pattern: /^(?:もし|仮に|たぶん|おそらく|もしかし)/u,
      why: 'an example or a guess is not the point',
      examples: ['もし蓋があれば。'],
      not: ['蓋がある。'],
    },
  ],
  recalling: [
    {
      pattern: /(?:覚えている|覚えています|思い出す|言われた|教えてくれた|子供の頃|子どものころ)/u,
      why: 'a memory is the story around the point',
      examples: ['その匂いを覚えている。'],
      not: ['匂いが強い。'],
    },
  ],
  general: /すべて|全て|誰も|決して|必ず|いつも|常に|最も|一番|だけ|何も/u,
  numerals: /半分|倍|[一二三四五六七八九十百千万億]+(?:割|人|年|回|個|円|倍)/u,
  subclause: /(?:ので|から、|けれど|ながら|とき、|ため、)/gu,
  logLabels: '朝食,昼食,夕食,睡眠,起床,就寝,天気,気分,体重,運動,読書,音楽'.split(','),
};

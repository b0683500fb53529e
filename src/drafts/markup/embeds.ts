import { PICTURE_FILE } from '../picture-file.ts';
import { type Attributes, attributeOf } from './attributes.ts';

type Frame = { readonly frame: RegExp; readonly page: string; readonly sample: string };

/** Addresses that show something inside a page, and the page that shows it to a reader. */
export const FRAMES: readonly Frame[] = [
  {
    // From the second on that the author chose.
    frame:
      /^(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/(?!videoseries)([\w-]{6,20})\?(?:[^#]*&)?start=([1-9]\d*)/,
    page: 'www.youtube.com/watch?v=$1&t=$2',
    sample: 'https://www.youtube.com/embed/abcdefghijk?rel=0&start=394',
  },
  {
    frame:
      /^(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/(?!videoseries)([\w-]{6,20})(?![\w-]|\?(?:[^#]*&)?start=[1-9])/,
    page: 'www.youtube.com/watch?v=$1',
    sample: 'https://www.youtube.com/embed/abcdefghijk',
  },
  {
    frame: /^(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?(?:[^#]*&)?list=([\w-]+)/,
    page: 'www.youtube.com/playlist?list=$1',
    sample: 'https://www.youtube.com/embed/videoseries?list=PLabc',
  },
  {
    frame: /^player\.vimeo\.com\/video\/(\d+)/,
    page: 'vimeo.com/$1',
    sample: 'https://player.vimeo.com/video/12345678',
  },
  {
    frame: /^open\.spotify\.com\/embed\/([\w/-]+)/,
    page: 'open.spotify.com/$1',
    sample: 'https://open.spotify.com/embed/track/1a2b3c',
  },
  {
    frame: /^codepen\.io\/([\w-]+)\/embed\/(?:preview\/)?(\w+)/,
    page: 'codepen.io/$1/pen/$2',
    sample: 'https://codepen.io/ana/embed/abcDEF',
  },
  {
    frame: /^codesandbox\.io\/embed\/([\w-]+)/,
    page: 'codesandbox.io/s/$1',
    sample: 'https://codesandbox.io/embed/gauge-1',
  },
  {
    frame: /^(?:www\.)?loom\.com\/embed\/(\w+)/,
    page: 'www.loom.com/share/$1',
    sample: 'https://www.loom.com/embed/0a1b2c',
  },
  {
    frame: /^jsfiddle\.net\/((?:[\w-]+\/)?\w+)\/embedded/,
    page: 'jsfiddle.net/$1/',
    sample: 'https://jsfiddle.net/ana/1a2b3c/embedded/',
  },
  {
    frame: /^(gist\.github\.com\/(?:[\w-]+\/)?\w+)\.js/,
    page: '$1',
    sample: 'https://gist.github.com/ana/0a1b2c.js',
  },
  {
    frame: /^(asciinema\.org\/a\/\w+)\.js/,
    page: '$1',
    sample: 'https://asciinema.org/a/12345.js',
  },
  {
    frame:
      /^((?:www\.slideshare\.net\/slideshow\/embed_code|speakerdeck\.com\/player|fast\.wistia\.net\/embed\/iframe|grid\.is\/embed)\/[\w/-]+)/,
    page: '$1',
    sample: 'https://speakerdeck.com/player/0a1b2c3d',
  },
  {
    frame: /^hatenablog(?:-parts)?\.com\/embed\?url=https?%3A%2F%2F([\w.%-]+)/,
    page: '$1',
    sample: 'https://hatenablog-parts.com/embed?url=https%3A%2F%2Fexample.org%2Fgauge',
  },
  {
    frame: /^giphy\.com\/embed\/(\w+)/,
    page: 'giphy.com/gifs/$1',
    sample: 'https://giphy.com/embed/0a1b2c',
  },
  {
    frame: /^v\.qq\.com\/(?:txp\/)?iframe\/player\.html\?(?:[^#]*&)?vid=(\w+)/,
    page: 'v.qq.com/x/page/$1.html',
    sample: 'https://v.qq.com/txp/iframe/player.html?vid=h0a1b2c',
  },
  {
    frame: /^player\.bilibili\.com\/player\.html\?(?:[^#]*&)?bvid=(BV\w+)/,
    page: 'www.bilibili.com/video/$1',
    sample: 'https://player.bilibili.com/player.html?bvid=BV1xx411c7mD',
  },
  {
    frame: /^embed\.nicovideo\.jp\/watch\/(\w+)/,
    page: 'www.nicovideo.jp/watch/$1',
    sample: 'https://embed.nicovideo.jp/watch/sm9',
  },
  {
    frame: /^(?:www\.|geo\.)?dailymotion\.com\/(?:embed\/video\/|player\.html\?video=)(\w+)/,
    page: 'www.dailymotion.com/video/$1',
    sample: 'https://www.dailymotion.com/embed/video/x7a1b2c',
  },
  {
    frame: /^embed\.ted\.com\/(?:talks\/)?(?:lang\/[\w-]+\/)?([\w-]+)/,
    page: 'www.ted.com/talks/$1',
    sample: 'https://embed.ted.com/talks/ana_ru_on_floats',
  },
  {
    frame: /^player\.twitch\.tv\/\?(?:[^#]*&)?video=v?(\d+)/,
    page: 'www.twitch.tv/videos/$1',
    sample: 'https://player.twitch.tv/?video=123456789',
  },
  {
    frame: /^streamable\.com\/[eo]\/(\w+)/,
    page: 'streamable.com/$1',
    sample: 'https://streamable.com/e/0a1b2c',
  },
  {
    frame: /^archive\.org\/embed\/([\w.-]+)/,
    page: 'archive.org/details/$1',
    sample: 'https://archive.org/embed/gauge-1900',
  },
  {
    frame: /^embed\.((?:music|podcasts)\.apple\.com\/[\w/%.?=-]+)/,
    page: '$1',
    sample: 'https://embed.podcasts.apple.com/us/podcast/float/id12345',
  },
  {
    frame: /^widget\.deezer\.com\/widget\/\w+\/(\w+\/\d+)/,
    page: 'www.deezer.com/$1',
    sample: 'https://widget.deezer.com/widget/dark/album/12345',
  },
  {
    frame: /^(docs\.google\.com\/presentation\/d\/e\/[\w-]+)\/embed/,
    page: '$1/pub',
    sample: 'https://docs.google.com/presentation/d/e/0a1b2c/embed?start=false',
  },
  {
    frame: /^www\.figma\.com\/embed\?(?:[^#]*&)?url=https?%3A%2F%2F([\w.%-]+)/,
    page: '$1',
    sample: 'https://www.figma.com/embed?embed_host=share&url=https%3A%2F%2Fwww.figma.com%2Ffile%2F0a1b2c',
  },
  {
    frame: /^www\.facebook\.com\/plugins\/(?:video|post)\.php\?(?:[^#]*&)?href=https?%3A%2F%2F([\w.%-]+)/,
    page: '$1',
    sample:
      'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fana%2Fvideos%2F123',
  },
  {
    frame: /^(?:www\.)?tiktok\.com\/(?:embed\/v2|player\/v1)\/(\d+)/,
    page: 'www.tiktok.com/@/video/$1',
    sample: 'https://www.tiktok.com/embed/v2/1234567890',
  },
  {
    frame: /^(?:www\.)?instagram\.com\/(p|reel)\/([\w-]+)\/embed/,
    page: 'www.instagram.com/$1/$2/',
    sample: 'https://www.instagram.com/p/0a1b2c/embed',
  },
  {
    frame: /^platform\.twitter\.com\/embed\/Tweet\.html\?(?:[^#]*&)?id=(\d+)/,
    page: 'x.com/i/status/$1',
    sample: 'https://platform.twitter.com/embed/Tweet.html?id=1234567890',
  },
  {
    frame: /^([\w.-]+\/@[\w.@-]+\/\d{6,})\/embed/,
    page: '$1',
    sample: 'https://example.social/@ana/123456789012/embed',
  },
];

type Call = {
  readonly names: RegExp;
  /** Returns the page of what is shown, if the tag says which. */
  readonly page: (value: string, attributes: Attributes) => string | undefined;
  readonly sample: string;
};

const id = (form: RegExp, page: string) => (value: string) => (form.test(value) ? page + value : undefined);

/** Shortcodes and components that show something by its number or name. */
export const CALLS: readonly Call[] = [
  {
    names: /^(?:lite-?)?(?:youtube|yt)(?:-?(?:embed|video|player|lite)){0,2}$/,
    page: id(/^[\w-]{11}$/, 'https://www.youtube.com/watch?v='),
    sample: '{{< youtube abcdefghijk >}}',
  },
  {
    names: /^(?:lite-?)?vimeo(?:-?(?:embed|video|player))?$/,
    page: id(/^\d{6,12}$/, 'https://vimeo.com/'),
    sample: '<Vimeo id="12345678" />',
  },
  {
    names: /^(?:github-?)?gist$/,
    page: (value, { named, positional }) => {
      if (/^[\w-]+\/\w+$/.test(value)) return `https://gist.github.com/${value}`;
      const second = positional.find((one) => /^[0-9a-f]{5,40}$/.test(one)) ?? named.get('id');
      const user = named.get('user') ?? (value === second ? undefined : value);
      return second === undefined ? undefined : `https://gist.github.com/${user ? `${user}/` : ''}${second}`;
    },
    sample: '{{< gist ana 0a1b2c3d >}}',
  },
  {
    names: /^(?:tweet|twitter|x|twitter-?(?:tweet|embed)|tweet-?embed)(?:_simple)?$/,
    page: (value, { named }) =>
      /^\d{5,20}$/.test(value) ? `https://x.com/${named.get('user') ?? 'i'}/status/${value}` : undefined,
    sample: '{{< tweet user="ana" id="1234567890" >}}',
  },
  {
    names: /^instagram(?:_simple)?$/,
    page: id(/^[\w-]{9,14}$/, 'https://www.instagram.com/p/'),
    sample: '{{< instagram BWNjjyYFxVx >}}',
  },
  {
    names: /^asciinema$/,
    page: id(/^\w{4,30}$/, 'https://asciinema.org/a/'),
    sample: '{{< asciinema 12345 >}}',
  },
  {
    names: /^caniuse$/,
    page: id(/^[\w-]{2,60}$/, 'https://caniuse.com/'),
    sample: '{% caniuse "css-grid" %}',
  },
  {
    names: /^speakerdeck$/,
    page: id(/^[\da-f]{24,40}$/, 'https://speakerdeck.com/player/'),
    sample: '{% speakerdeck 83497160404801324aa87a6501a1d9f8 %}',
  },
  {
    names: /^git-?hub(?:-?(?:link|repo|repository|project|card))?$/,
    page: id(/^[\w-]{1,39}\/[\w.-]{1,100}$/, 'https://github.com/'),
    sample: '{% github ana/float %}',
  },
  {
    names:
      /^(?:embed|oembed|media|pdf|iframe|reddit|medium|wikipedia|stackblitz|codesandbox|jsfiddle|replit|glitch|twitch|loom|figma|slideshare|stackexchange|video|video-?(?:embed|player)|audio|soundcloud|spotify|codepen|bluesky|mastodon)$/,
    page: () => undefined,
    sample: '{% embed https://example.org/a %}',
  },
];

const ADDRESS = /^https?:\/\/[^\s<>"'`{}]+$/i;

/** Decodes the slashes of an address inside another one. */
const unescaped = (part: string): string =>
  part.replace(/%2F/gi, '/').replace(/%3F/gi, '?').replace(/%3D/gi, '=').replace(/%26/gi, '&');

/** Returns the page behind an address that shows something inside another page. */
export function pageOfFrame(address: string): string | undefined {
  const bare = address.trim().replace(/^(?:https?:)?\/\//i, '');
  for (const { frame, page } of FRAMES) {
    const match = frame.exec(bare);
    if (match !== null)
      return `https://${page.replace(/\$(\d)/g, (_, place: string) => unescaped(match[Number(place)] ?? ''))}`;
  }
  return undefined;
}

/**
 * Returns the address of what a shortcode or component shows: `{{< youtube abcdefghijk >}}`.
 *
 * @param inside - what stands between the tag and its end: `[embed]https://…[/embed]`
 */
export function pageOfCall(name: string, attributes: Attributes, inside = ''): string | undefined {
  const call = CALLS.find(({ names }) => names.test(name));
  if (call === undefined) return undefined;
  const value = (
    attributeOf(
      attributes,
      'id',
      'vid',
      'videoid',
      'video-id',
      'video_id',
      'slug',
      '@slug',
      'tweetid',
      'url',
      'src',
      'href',
      'link',
      'repo',
    ) ??
    attributes.positional[0] ??
    inside
  )
    .trim()
    .replace(/^\/\/(?=[\w-]+\.)/, 'https://');
  if (PICTURE_FILE.test(value)) return undefined;
  return ADDRESS.test(value) ? (pageOfFrame(value) ?? value) : call.page(value, attributes);
}

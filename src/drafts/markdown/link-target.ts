import type { Position } from '../finding.ts';
import { joinToSite } from '../front-matter/canonical.ts';
import { HOLE } from '../markup/hole.ts';
import { type FilePage, splitPlace } from '../site-lookup.ts';
import type { DraftText } from './conversion.ts';

/** The schemes that a post can link to; all others (`javascript:`, `file:`, `data:`) are useless or dangerous. */
const SCHEMES = new Set(['http', 'https', 'ftp', 'mailto']);

/**
 * Returns the URL for a link's words: relative ones joined to the site, spaces encoded. Returns `undefined` if the words must
 * go without a link, and reports a finding.
 */
export function linkTarget(written: string, at: Position, text: DraftText): string | undefined {
  // Only the blog's generator knows the target, which was already reported.
  if (written.includes(HOLE) || decoded(written).includes(HOLE)) return undefined;
  const url = written
    .replace(AROUND, '')
    .trim()
    .replace(/[\s\p{Cc}]/gu, (space) => encodeURIComponent(space));
  if (url.startsWith('//')) return `https:${url}`;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && !/^[\w.-]+\.[a-z]{2,}:\d/i.test(url)) {
    if (SCHEMES.has(scheme)) return url;
    const opens = OTHER_PROGRAMS.test(scheme);
    const message = `a post can't link to \`${url.slice(0, 200)}\`${opens ? ', which opens another program' : ''}; the words stay, without the link. Use an https:// URL`;
    text.findings.add('unsafe-link', at, message, opens ? { severity: 'warning' } : {});
    return undefined;
  }
  if (url === '') return undefined;
  const filledIn = FILLED_IN.exec(url)?.[0];
  if (filledIn !== undefined) {
    const message = `only the blog can work out where \`${filledIn.slice(0, 80)}\` leads; the words stay, without the link. Write the whole URL`;
    text.findings.add('template-value', at, message);
    return undefined;
  }
  const isFile = SOURCE_FILE.test(url) && (text.purpose === 'thread' || text.site !== undefined);
  const found = isFile ? pageOnSite(url, text) : undefined;
  const joined = isFile
    ? pageBeside(url, found, text)
    : (joinedUrl(url, text) ?? pageNamed(url, text) ?? fromOwnPage(url, text) ?? pageAbove(url, text));
  if (joined !== undefined) return joined;
  if (isFile && isThisFile(url, text.path)) {
    const message = `\`${url.slice(0, 200)}\` is the file of this text, so the link goes and its words stay`;
    text.findings.add('relative-link', at, message, { severity: 'info' });
    return undefined;
  }
  if (isFile) {
    const why = found !== undefined && 'problem' in found ? found.problem : 'only the blog knows its page';
    const message = `\`${url.slice(0, 200)}\` is a file of the blog, and ${why}; the words stay, without the link. Write the whole URL of the page`;
    text.findings.add('relative-link', at, message);
    return undefined;
  }
  if (url.startsWith('#')) {
    const message = `\`${url.slice(0, 200)}\` leads to a place on this page, which a post does not have; the words stay, without the link`;
    text.findings.add('relative-link', at, message, { severity: 'info' });
    return undefined;
  }
  const message = HOST.test(url)
    ? `\`${url.slice(0, 200)}\` has no https:// before it, so pages look for a file of that name; write \`https://${url.slice(0, 200)}\``
    : `\`${url.slice(0, 200)}\` is relative, and no reader of a post can follow it; write the whole URL, or set ${needsSite(url, text) ? "the site's URL in the configuration" : 'the address of this text as `canonical` in its front matter'}`;
  text.findings.add('relative-link', at, message);
  return undefined;
}

/** Whether only the address of the site is missing: the rest is known by the link, or by the text’s own place on the site. */
const needsSite = (url: string, text: DraftText): boolean =>
  text.siteUrl === undefined &&
  (url.startsWith('/') || text.pageUrl !== undefined || (OF_PAGE.test(url) && ownPage(text) !== undefined));

/** Schemes of addresses that open a program of the reader’s: a chat, a call, a download, the settings of a browser. */
const OTHER_PROGRAMS =
  /^(?:about|bitcoin|callto|chrome|edge|ed2k|facetime|feed|geo|git|gopher|irc6?|ircs|itms(?:-apps)?|jabber|magnet|market|matrix|news|nntp|obsidian|sftp|sip|skype|slack|smb|ssh|steam|svn|tg|view-source|vscode|webcal|xmpp)$/;

/** What a copied address has around it: characters without width, and brackets of its sentence. */
const AROUND =
  /^[\u200b-\u200f\u2060\ufeff]+|^(?:%(?:0a|0d|20|e2%80%8b))+(?=https?:\/\/)|[\u200b-\u200f\u2060\ufeff]+$|^\((?=https?:\/\/[^()]*\)$)|\)(?<=^\(https?:\/\/[^()]*\))$/gi;

/** A server’s name without a scheme: `www.example.org`, `example.org/log`. */
const HOST =
  /^(?:www\.[\w.-]+\.[a-z]{2,}|[a-z\d][\w-]*(?:\.[\w-]+)*\.(?:com|org|net|io|dev|edu|gov|cc|co|me|app|ai|de|fr|uk|eu))(?:[/?#]|$)/i;

/** What the blog's own build fills in, in the signs of other programs: `{@chatUrl@}`, `@@chat@@`, `%CHAT_URL%`, `${chatUrl}`. */
const FILLED_IN = /\{@[\w.-]+@\}|@@[\w.-]+@@|%[A-Z][A-Z_]{2,}%|\$\{[\w.-]+\}|#\{[\w.@-]+\}/;

const decoded = (written: string): string => written.replaceAll(encodeURIComponent(HOLE), HOLE);

const isAbsolute = (page: string | undefined): page is string =>
  page !== undefined && /^https?:\/\//i.test(page);

/** A text of the blog, which no site serves as it is. */
const SOURCE_FILE = /^[^?#]*\.(?:mdx?|markdown|mkd|qmd|rmd|ipynb|rst)(?=$|[?#])/i;

/** Whether a link leads to the file in which it is written: by its name, or by its path from the root of the blog’s content. */
function isThisFile(url: string, path: string | null): boolean {
  if (path === null) return false;
  const own = path.replaceAll('\\', '/').split('/');
  const named = splitPlace(url).name.split('/');
  const steps = named.filter((step) => step !== '' && step !== '.');
  if (named[0] === '') return own.slice(-steps.length).join('/') === steps.join('/');
  const folder = own.slice(0, -1);
  const up = steps.filter((step) => step === '..').length;
  if (up > folder.length) return false;
  return [...folder.slice(0, folder.length - up), ...steps.slice(up)].join('/') === own.join('/');
}

/** Returns the page that the site's own files give for another text of it; `undefined` if they can't be asked. */
function pageOnSite(url: string, { site, siteUrl }: DraftText): FilePage | undefined {
  const { name, place } = splitPlace(url);
  const page = site?.pageOf({ by: 'file', name });
  if (page === undefined || 'problem' in page) return page;
  if (isAbsolute(page.url)) return { url: page.url + place };
  return siteUrl === undefined
    ? { problem: `its page is ${page.url} of a site whose address is not known (\`site.url\`)` }
    : { url: joinToSite(page.url, siteUrl) + place };
}

/** A page beside this one, by its name: `./winter`, `winter-rain#ice`. */
const BESIDE = /^(?:\.\/)?[\w-]+\/?(?=$|[?#])/;
const ENDINGS = ['.md', '.mdx', '.markdown'];

/** Returns the page of the text beside this one that a link names without the ending of its file. */
function pageNamed(url: string, text: DraftText): string | undefined {
  const [named] = BESIDE.exec(url) ?? [];
  if (named === undefined || text.site === undefined) return undefined;
  for (const ending of ENDINGS) {
    const page = pageOnSite(named.replace(/\/$/, '') + ending + url.slice(named.length), text);
    if (page !== undefined && 'url' in page) return page.url;
  }
  return undefined;
}

/** Returns the text’s own page, if its site’s files say where that is, for an address that is written from there: `../winter/`. */
function ownPage({ path, site }: DraftText): string | undefined {
  if (path === null) return undefined;
  const page = site?.pageOf({ by: 'file', name: path.replaceAll('\\', '/').split('/').at(-1) ?? '' });
  return page !== undefined && 'url' in page && page.url.endsWith('/') ? page.url : undefined;
}

function fromOwnPage(url: string, text: DraftText): string | undefined {
  const joined = OF_PAGE.test(url) ? joinedToOwn(url, text) : undefined;
  // A second day is written from the root of another site: `../2025/11/03/float/`.
  return joined === undefined || TWO_DAYS.test(joined) ? undefined : joined;
}

function joinedToOwn(url: string, text: DraftText): string | undefined {
  const own = ownPage(text);
  if (own === undefined || (text.siteUrl === undefined && !isAbsolute(own))) return undefined;
  const base = isAbsolute(own) ? own : joinToSite(own, text.siteUrl);
  return URL.canParse(url, base) ? new URL(url, base).href : undefined;
}

/** A page above this one, without a slash at its end: `../winter#ice`. */
const ABOVE = /^\.\.\/([\w-]+)(?=$|[?#])/;

/** Returns the page to which an address without a slash leads from this text’s own page, if a text of that name has that page. */
function pageAbove(url: string, text: DraftText): string | undefined {
  const [address, name] = ABOVE.exec(url) ?? [];
  const joined = address === undefined || text.site === undefined ? undefined : joinedToOwn(address, text);
  if (joined === undefined || address === undefined) return undefined;
  const place = url.slice(address.length);
  const files = [...ENDINGS.map((ending) => name + ending), `${name}/index.md`];
  for (const file of [...files, ...files.map((one) => `../${one}`)]) {
    const page = pageOnSite(file, text);
    if (page !== undefined && 'url' in page && page.url.replace(/\/$/, '') === joined)
      return page.url + place;
  }
  return undefined;
}

const TWO_DAYS = /\/\d{4}\/\d{1,2}\/.*\/\d{4}\/\d{1,2}\//;

/** An address above a page, `../winter/`; without a slash at its end it may be meant from the file. */
const OF_PAGE = /^\.\.\/[^?#]*(?<=\/)(?=$|[?#])/;

/** Returns the page of another text: the one that was found, else the one that this text’s own page suggests. */
function pageBeside(url: string, found: FilePage | undefined, text: DraftText): string | undefined {
  if (found !== undefined && 'url' in found) return found.url;
  if (found?.isHeldBack === true) return undefined;
  return OF_QUARTO.test(url) ? joinedUrl(quartoPage(url), text) : pageOfFile(url, text.pageUrl);
}

const OF_QUARTO = /^[^?#]*\.qmd(?=$|[?#])/i;

/** Quarto makes `winter.qmd` into `winter.html`, and `winter/index.qmd` into `winter/`, whatever its settings. */
const quartoPage = (url: string): string =>
  url.replace(/^([^?#]*?)(?:(^|\/)index)?\.qmd/i, (_, path: string, slash?: string) =>
    slash === undefined ? `${path}.html` : `${path}${slash}` || './',
  );

/**
 * Returns the page of another text of the blog, if this one’s own page shows what pages look like: of `winter.md` beside
 * `https://example.org/log/spring/` it is `https://example.org/log/winter/`.
 */
function pageOfFile(url: string, pageUrl: string | undefined): string | undefined {
  if (!isAbsolute(pageUrl) || url.startsWith('/')) return undefined;
  const [, place = '', ending = ''] = /^([^?#]*?)(\.html?|\/)?(?:[?#].*)?$/.exec(pageUrl) ?? [];
  const [, file = '', behind = ''] = /^([^?#]*)\.\w+(.*)$/s.exec(url) ?? [];
  // Each text has its own day.
  if (DAY.test(place) || DAY.test(file)) return undefined;
  const folder = file.replace(/(?:^|\/)(?:index|readme)$/i, '');
  const base = folder === file ? place : `${place}/`;
  return URL.canParse(folder, base)
    ? new URL(folder, base).href.replace(/\/$/, '') + ending + behind
    : undefined;
}

/** A day in an address or in a file’s name: `/2026/02/`, `2026-02-03-`. */
const DAY = /\b\d{4}[-/]\d{1,2}[-/]/;

function joinedUrl(url: string, { siteUrl, pageUrl }: DraftText): string | undefined {
  if (url.startsWith('#')) return isAbsolute(pageUrl) ? pageUrl.replace(/#.*$/, '') + url : undefined;
  if (url.startsWith('/')) return siteUrl === undefined ? undefined : joinToSite(url, siteUrl);
  if (isAbsolute(pageUrl) && URL.canParse(url, pageUrl)) return new URL(url, pageUrl).href;
  return undefined;
}

/** Words that are an address: `example.org`, `https://example.org/log`. */
const ADDRESS = /^(?:https?:\/\/)?[^\s/]+\.\S+$/i;

/** How a tweet shows the picture behind its short link `t.co/…`. */
const OF_TWEET = /^pic\.(?:twitter|x)\.com\/(\w+)$/i;

/**
 * Whether a link's words are its own URL, so that writing it once is enough. The scheme and a slash at the end may differ; in a whole
 * address also `www.` and the capitals of the server's name, and in a bare server's name `www.`.
 */
export function namesItself(text: string, url: string): boolean {
  const isWhole = /^(?:https?:\/\/|www\.)|^[a-z\d-]+(?:\.[a-z\d-]+)+\/?$/i.test(text.trim());
  const bare = (address: string): string => {
    const path = address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
    return isWhole ? path.replace(/^(?:www\.)?([^/?#]*)/i, (_, host: string) => host.toLowerCase()) : path;
  };
  const picture = OF_TWEET.exec(text.trim())?.[1];
  if (picture !== undefined && bare(url) === `t.co/${picture}`) return true;
  if (url.toLowerCase() === `mailto:${text.trim().toLowerCase()}`) return true;
  return text.trim() === url || (ADDRESS.test(text.trim()) && bare(text.trim()) === bare(url));
}

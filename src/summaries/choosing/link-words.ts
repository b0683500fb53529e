import { xLinks } from '../../text/x/links.ts';

/**
 * A URL, or an email address; not a scheme by itself (`file:// paths`), the version of a package (`lamp@3.x`) or a name that stands
 * for any (`admins@domain.name`).
 */
const ADDRESS =
  /:\/\/\S{0,20}[\p{L}\p{N}]|[\p{L}\p{N}._-]@(?!v?\d+(?:\.(?:\d+|x))+(?![\p{L}\p{N}])|(?:domain|host|server|realm)\.)[\p{L}\p{N}-]+\.\p{L}/u;

/** Whether a text holds a URL or an email address. */
export const hasAddress = (text: string): boolean =>
  ADDRESS.test(text) || xLinks(text).some(({ url }) => url.includes('/'));

/** Link words that don't say where they lead. */
const HERE =
  /^(?:(?:\S+ ){0,6}here|this|this (?:link|page|one|post|article)|link|click here|hier|ici|aquí|こちら|ここ|这里|這裡|此处|read more|more)$/iu;

/** Whether the words of a link don't say where it leads. */
export const isHere = (words: string): boolean => HERE.test(words.trim());

/** The fewest UTF-16 units of a clause that says something before its sentence sends readers to a link. */
const FEWEST_SAID = 50;
/** Such a clause: it asks nothing of its reader, and its sentence does not begin with what the link leads to. */
const SAYS =
  /^(?!(?:if|for|to|please|when|while|in case|whether|you can|see|read|check|learn|find|more|want|all|the (?:full |complete |source )?(?:slides|code|videos?|recordings?|repo|repository|demo|talk|list|docs|documentation|details|files?|data)|slides|code|my|our) ).+[,;—–] ?(?![^,;—–]*(?<!\p{L})(?:please|you|apply|vote|report|register|sign|join|so)(?!\p{L}))[^,;—–]*$/iu;

/** `Here is a page that shows it.`: the link on the first word is the thing of which the rest tells. */
const SHOWS = /^here(?: is|['’]s) (?:an?|my|our) .{30}/iu;

/** `this post by Ada`: it says what the link leads to. */
const WHOSE = /^ (?:by|from) \p{Lu}/u;

/** Whether a sentence says something beside the clause with a link on `here`, or of what the link leads to. */
export function isSaidBeside(text: string, words: string): boolean {
  if (/^here$/i.test(words) && text.startsWith(words) && SHOWS.test(text)) return true;
  const at = text.lastIndexOf(words);
  if (/^this \p{L}+$/iu.test(words) && WHOSE.test(text.slice(at + words.length))) return true;
  const before = text.slice(0, at);
  const [clause = ''] = /^.*(?=[,;—–])/u.exec(before) ?? [];
  return /here$/i.test(words) && clause.length >= FEWEST_SAID && SAYS.test(before);
}

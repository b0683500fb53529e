/** Makes a title of a type: `Note` of `note`. */
export const nameOf = (type: string): string =>
  type.charAt(0).toUpperCase() + type.slice(1).toLowerCase().replace(/-/g, ' ');
/** Types of notes whose name is a warning, so that it stays even without a title. */
export const WARNS = /^(?:warning|danger|caution|important|attention|error)$/i;
/** Makes the line of a title: bold, because a post has no frames. */
export const titleLine = (title: string): string =>
  title === '' ? '' : `**${title.replace(/\*+/g, '').trim()}**`;

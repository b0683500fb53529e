import { type NumberedSentence, numberedSentences } from '../../summaries/writing/chosen-sentences.ts';
import type { Project } from '../project/project.ts';
import { Refusal } from '../refusal.ts';
import { type PostOptions, type PostSource, postsBelow, readSources } from './post-sources.ts';
import { summarySize } from './summary-size.ts';

/** A post with its sentences, numbered. */
export type NumberedPost = { readonly source: PostSource; readonly sentences: readonly NumberedSentence[] };

/**
 * Numbers the sentences of one post, so that some of them can be chosen for its summary.
 *
 * @throws Refusal (usage) for a folder, several posts, or a feed with several; and as `readSources` does
 */
export async function numberSentences(
  sources: readonly string[],
  options: PostOptions,
  project: Project,
): Promise<NumberedPost> {
  const [name] = sources;
  const isFolder = name !== undefined && postsBelow(name, project.around.cwd) !== undefined;
  if (name === undefined || sources.length > 1 || isFolder) throw new Refusal('usage', ONE_POST);
  const [source, ...others] = await readSources(name, options, project);
  if (source === undefined || others.length > 0) throw new Refusal('usage', ONE_POST);
  return { source, sentences: numberedSentences(source.post, summarySize(source.post, project.config)) };
}

const ONE_POST = '--sentences shows the sentences of one post; name one.';

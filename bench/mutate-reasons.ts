/** The part of Babel's path that the plugin reads. */
type Path = {
  isStringLiteral(): boolean;
  readonly parent: { readonly type: string; readonly key?: { readonly name?: string } };
};

const REASONS: ReadonlySet<string | undefined> = new Set(['why', 'reason']);

/** Stryker's plugin that leaves the reasons of rules alone: no test should depend on their words. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'reasons',
    value: {
      shouldIgnore(path: Path): string | undefined {
        const ofReason = path.parent.type === 'ObjectProperty' && REASONS.has(path.parent.key?.name);
        return ofReason && path.isStringLiteral() ? 'a reason is for the reader' : undefined;
      },
    },
  },
];

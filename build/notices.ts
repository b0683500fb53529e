import type { LicenseInfo } from 'rolldown-license-plugin';

/** The file beside the bundle that holds the licences of what is in it. */
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

const RULE = '-'.repeat(80);

/**
 * The notices of the bundled packages: name, version, licence and its text, in the order of their names.
 *
 * @throws where a package states no licence at all: it may not be given away then.
 */
export function noticesText(packages: readonly LicenseInfo[]): string {
  const unlicensed = packages.filter(({ license, licenseText }) => license === '' && licenseText === '');
  if (unlicensed.length > 0)
    throw new Error(`No licence is stated by ${unlicensed.map(({ name }) => name).join(', ')}.`);
  const parts = packages
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, version, license, licenseText }) =>
      [RULE, `${name} ${version} (${license || 'see below'})`, '', licenseText.trim()].join('\n').trimEnd(),
    );
  return `Threadmill's files contain these packages, each under its own licence.\n\n${parts.join('\n\n')}\n`;
}

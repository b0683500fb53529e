/** Colours and weights for a terminal, or plain text. Only the 16 basic colours, which every theme defines well. */
export type Paint = Readonly<Record<keyof typeof CODES, (text: string) => string>>;

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;

const plain = (text: string): string => text;

/** Makes the painter that writes escape codes, or the one that leaves text unchanged. */
export function paint(color: boolean): Paint {
  const entries = Object.entries(CODES).map(([name, [on, off]]) => [
    name,
    color ? (text: string) => (text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`) : plain,
  ]);
  return Object.fromEntries(entries) as Paint;
}

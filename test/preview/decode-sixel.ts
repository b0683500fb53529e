/** Pixels read back from sixel data: three bytes each, undefined colours as -1. */
export type Sixels = { readonly width: number; readonly height: number; readonly rgb: Int16Array };

/** Draws sixel data as a terminal does (DEC STD 070), for tests. */
export function decodeSixel(text: string): Sixels {
  const [, widthText = '', heightText = '', data = ''] =
    /^\u001bP0;1;0q"1;1;(\d+);(\d+)([\s\S]*)\u001b\\$/.exec(text) ?? [];
  const [width, height] = [Number(widthText), Number(heightText)];
  const rgb = new Int16Array(width * height * 3).fill(-1);
  const palette = new Map<number, readonly number[]>();
  let [x, top, colour] = [0, 0, 0];
  for (const [token, command] of data.matchAll(/(#)[\d;]+|(?:!\d+)?[?-~]|[$-]/g)) {
    if (command === '#') {
      const [index = 0, , ...values] = token.slice(1).split(';').map(Number);
      if (values.length === 3) palette.set(index, values);
      else colour = index;
    } else if (token === '$') x = 0;
    else if (token === '-') [x, top] = [0, top + 6];
    else {
      const count = token.startsWith('!') ? Number.parseInt(token.slice(1), 10) : 1;
      const bits = token.charCodeAt(token.length - 1) - 63;
      for (let at = x; at < x + count; at += 1)
        for (let row = 0; row < 6; row += 1)
          if ((bits >> row) & 1) {
            const values = palette.get(colour);
            if (values === undefined || at >= width || top + row >= height)
              throw new RangeError(`sixel at ${at}, ${top + row} in colour ${colour}`);
            rgb.set(
              values.map((percent) => Math.round(percent * 2.55)),
              ((top + row) * width + at) * 3,
            );
          }
      x += count;
    }
  }
  return { width, height, rgb };
}

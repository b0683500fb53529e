/** Whether a UTF-16 unit bounds a word on its left: white space, opening marks, dashes. */
export function isWordEdge(code: number): boolean {
  if (code > 0x7a)
    return (
      code === 0x7b ||
      code === 0x2018 ||
      code === 0x2019 ||
      code === 0x201c ||
      code === 0x2013 ||
      code === 0x2014 ||
      isWideSpace(code)
    );
  if (code > 0x28) return code === 0x5b;
  return code <= 0x20 || code === 0x22 || code === 0x27 || code === 0x28;
}

const isWideSpace = (code: number): boolean =>
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff ||
  code === 0x1680;

/** US dollars as people write them: two decimals, more where they count (`$0.30`, `$0.305`); up to six. */
export function dollars(usd: number): string {
  const [whole = '0', decimals = ''] = usd
    .toFixed(6)
    .replace(/0{1,4}$/, '')
    .split('.');
  return `$${whole}.${decimals}`;
}

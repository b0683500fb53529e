/** Formats US dollars: two decimals, more if they matter (`$0.30`, `$0.305`); at most six. */
export function dollars(usd: number): string {
  const [whole = '0', decimals = ''] = usd
    .toFixed(6)
    .replace(/0{1,4}$/, '')
    .split('.');
  return `$${whole}.${decimals}`;
}

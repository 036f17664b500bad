/** Draw a Markdown table; columns of numbers stand at the right. */
export function tableOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const isNumeric = head.map((_, column) =>
    rows.every((row) => typeof row[column] === 'number' || isShare(row[column])),
  );
  const lines = [head, isNumeric.map((numeric) => (numeric ? '---:' : '---')), ...rows];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** Write a share as a percentage with the 95 % interval of Wilson, which is right for few marks and near 0 and 1 too. */
export function share(count: number, total: number): string {
  if (total === 0) return '–';
  const [low, high] = interval(count, total);
  return `${percent(count / total)} (${percent(low)}–${percent(high)})`;
}

/** Write a share as a percentage. */
export function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(1)} %`;
}

/** The normal quantile of a 95 % interval. */
const QUANTILE = 1.96;

function interval(count: number, total: number): readonly [number, number] {
  const ratio = count / total;
  const weight = QUANTILE ** 2 / total;
  const centre = ratio + weight / 2;
  const spread = QUANTILE * Math.sqrt((ratio * (1 - ratio) + weight / 4) / total);
  return [(centre - spread) / (1 + weight), (centre + spread) / (1 + weight)];
}

function isShare(cell: string | number | undefined): boolean {
  return typeof cell === 'string' && /^(?:–|[\d.]+ %)/u.test(cell);
}

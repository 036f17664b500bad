/** Figures as docs/performance.md shows them: medians and ratios in tables of Markdown. */

/** Give the value that half of `values` are below. */
export function median(values) {
  return quantile(values, 0.5);
}

/** Give the value that the given share of `values` are below. */
export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Give the median ratio of values that were measured in turns. */
export function medianRatio(values, floor) {
  return median(values.map((value, index) => value / floor[index]));
}

/** Print a table of Markdown with a blank line before it. */
export function printTable(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log(`\n${[head, head.map(() => '---'), ...rows].map(line).join('\n')}`);
}

/** Write a number with its unit. */
export function withUnit(value, unit, digits = 2) {
  return `${value.toFixed(digits)} ${unit}`;
}

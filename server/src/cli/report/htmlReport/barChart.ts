import { count } from '../numbers';
import { type Html, html } from './html';

/** A bar with its name in front and its number behind. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  /** What a pointer that rests on it is told. */
  readonly detail: string;
}

/** Pixels; all that depends on the width of the page is in percent, so that letters keep their size on a narrow one. */
const ROW_HEIGHT = 28;
const BAR_HEIGHT = 16;
const NAME_WIDTH = 37;
const WIDEST_BAR = 51;

/** Draw bars below each other, the longest as wide as there is room. The table beside it says the same. */
export function barChart(title: string, bars: readonly Bar[]): Html {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return html`<svg class="chart" role="img" aria-label="${title}" width="100%" height="${bars.length * ROW_HEIGHT}">${bars.map(
    ({ name, value, detail }, index) => {
      const middle = index * ROW_HEIGHT + ROW_HEIGHT / 2;
      const width = Math.max(0.4, (value / most) * WIDEST_BAR);
      return html`
<g><title>${detail}</title>
<svg x="0" y="${index * ROW_HEIGHT}" width="${NAME_WIDTH - 2}%" height="${ROW_HEIGHT}"><text class="name" x="0" y="${ROW_HEIGHT / 2}" dy=".35em">${name}</text></svg>
<rect class="bar" x="${NAME_WIDTH}%" y="${middle - BAR_HEIGHT / 2}" width="${percent(width)}" height="${BAR_HEIGHT}" rx="3"/>
<text class="value" x="${percent(NAME_WIDTH + width)}" dx="6" y="${middle}" dy=".35em">${count(value)}</text></g>`;
    },
  )}
</svg>`;
}

/** Write a share of the width with as many digits as an eye can tell. */
export function percent(share: number): string {
  return `${Number(share.toFixed(2))}%`;
}

import { inEnglish } from '../../formats/tally';
import { cut } from '../textColumns';
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
/** Parts of the width, in percent: of names, of what is left for bars, and of the longest bar in that. */
const NAMES_WIDTH = 37;
const BARS_WIDTH = 61;
const LONGEST_BAR = 74;
/** Characters of a name for which there is room. */
const LONGEST_NAME = 28;

/** Draw bars below each other, the longest as wide as there is room. A table beside it says the same. */
export function barChart(title: string, bars: readonly Bar[]): Html {
  const most = bars.reduce((largest, { value }) => Math.max(largest, value), 1);
  const height = bars.length * ROW_HEIGHT;
  return html`<svg class="chart" role="img" aria-label="${title}" width="100%" height="${height}">
<svg width="${NAMES_WIDTH}%" height="${height}">${bars.map(
    ({ name, detail }, index) => html`
<text class="name" y="${middleOf(index)}" dy=".35em">${cut(name, LONGEST_NAME, 'end')}<title>${detail}</title></text>`,
  )}
</svg>
<svg x="${100 - BARS_WIDTH}%" width="${BARS_WIDTH}%" height="${height}">${bars.map(({ value, detail }, index) => {
    const width = Math.max(0.5, (value / most) * LONGEST_BAR);
    return html`
<rect class="bar" y="${middleOf(index) - BAR_HEIGHT / 2}" width="${percent(width)}" height="${BAR_HEIGHT}" rx="3"><title>${detail}</title></rect>
<text class="value" x="${percent(width)}" dx="6" y="${middleOf(index)}" dy=".35em">${inEnglish(value)}</text>`;
  })}
</svg>
</svg>`;
}

function middleOf(index: number): number {
  return index * ROW_HEIGHT + ROW_HEIGHT / 2;
}

/** Write a share of the width with as many digits as an eye can tell. */
export function percent(share: number): string {
  return `${Number(share.toFixed(2))}%`;
}

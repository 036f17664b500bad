import { counted, inEnglish } from '../../formats/tally';
import type { DensityBin } from '../density';
import { decimal } from '../numbers';
import { percent } from './barChart';
import { type Html, html } from './html';

/** Pixels. */
const TOP = 40;
const PLOT_HEIGHT = 270;
const AXIS_HEIGHT = 26;
/** Part of the width of a bin that its bar leaves free, in percent of the chart. */
const GAP = 0.8;

/** Draw how many documents have which density, with a line at the median. The table beside it says the same. */
export function histogram(title: string, bins: readonly DensityBin[], median: number): Html {
  const most = bins.reduce((largest, { documents }) => Math.max(largest, documents), 1);
  const width = 100 / bins.length;
  const floor = TOP + PLOT_HEIGHT;
  const end = bins.at(-1)?.to;
  return html`<svg class="chart" role="img" aria-label="${title}" width="100%" height="${floor + AXIS_HEIGHT}">${bins.map(
    (bin, index) => {
      const height = bin.documents === 0 ? 0 : Math.max(2, Math.round((bin.documents / most) * PLOT_HEIGHT));
      const left = index * width;
      return html`
<g><title>${binName(bin)} uses in 100 words: ${counted(bin.documents, 'document')}</title>
<rect class="bar" x="${percent(left + GAP / 2)}" y="${floor - height}" width="${percent(width - GAP)}" height="${height}" rx="3"/>
${bin.documents === 0 ? undefined : html`<text class="value" text-anchor="middle" x="${percent(left + width / 2)}" y="${floor - height - 6}">${inEnglish(bin.documents)}</text>`}
<text class="axis" text-anchor="${index === 0 ? 'start' : 'middle'}" x="${percent(left)}" y="${floor + 18}">${bin.to === undefined ? binName(bin) : bound(bin.from)}</text></g>`;
    },
  )}
${end === undefined ? undefined : html`<text class="axis" text-anchor="end" x="100%" y="${floor + 18}">${bound(end)}</text>`}
<line class="floor" x1="0" x2="100%" y1="${floor}" y2="${floor}"/>
${medianLine(bins, median, floor)}
</svg>`;
}

/** Name a bin by the densities in it: `5–10`, and an open one by where it starts: `20+`. */
export function binName({ from, to }: DensityBin): string {
  return to === undefined ? `${bound(from)}+` : `${bound(from)}–${bound(to)}`;
}

function bound(density: number): string {
  return Number.isInteger(density) ? String(density) : density.toFixed(1);
}

function medianLine(bins: readonly DensityBin[], median: number, floor: number): Html {
  const step = bins[0]?.to;
  const at = step === undefined ? 50 : Math.min(99, (100 * median) / (step * bins.length));
  const isLeft = at > 60;
  return html`<line class="median" x1="${percent(at)}" x2="${percent(at)}" y1="18" y2="${floor}"/>
<text class="note" text-anchor="${isLeft ? 'end' : 'start'}" x="${percent(at)}" dx="${isLeft ? -6 : 6}" y="12">half of them below ${decimal(median)}</text>`;
}

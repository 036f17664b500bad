import { percent } from './barChart';
import { type Html, html } from './html';

/** A field of a treemap, as large as its value. */
export interface Field {
  readonly name: string;
  readonly value: number;
  /** What stands below the name, and what a pointer that rests on it is told. */
  readonly note: string;
  readonly detail: string;
}

/** In percent of the width and the height of the map. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels. */
const HEIGHT = 300;
/** The width at which the fields are about square, in pixels; in another they are stretched. */
const USUAL_WIDTH = 500;
/** Smaller fields, in percent of the width or height, have no room for letters. */
const NARROWEST_NAME = 8;
const LOWEST_NAME = 9;
const LOWEST_NOTE = 17;

/** Draw fields whose areas are as their values, the largest first. The table beside it says the same. */
export function treemap(title: string, fields: readonly Field[]): Html {
  const areas = areasOf(
    fields.map(({ value }) => value),
    USUAL_WIDTH / HEIGHT,
  );
  return html`<svg class="chart treemap" role="img" aria-label="${title}" width="100%" height="${HEIGHT}">${fields.map(
    ({ name, note, detail }, index) => {
      const { x, y, width, height } = areas[index] ?? NO_AREA;
      return html`
<svg x="${percent(x)}" y="${percent(y)}" width="${percent(width)}" height="${percent(height)}"><title>${detail}</title>
<rect class="field shade-${shadeOf(index, fields.length)}" width="100%" height="100%"/>
${width < NARROWEST_NAME || height < LOWEST_NAME ? undefined : html`<text class="field-name" x="10" y="20">${name}</text>`}
${width < NARROWEST_NAME || height < LOWEST_NOTE ? undefined : html`<text class="field-note" x="10" y="38">${note}</text>`}
</svg>`;
    },
  )}
</svg>`;
}

const NO_AREA: Area = { x: 0, y: 0, width: 0, height: 0 };

/** The larger, the darker. */
const SHADES = 4;

function shadeOf(index: number, length: number): number {
  return Math.floor((index * SHADES) / length) + 1;
}

/**
 * Part a square of 100 by 100 that is shown `aspect` times as wide as high into areas for `values`, which do not grow: row by
 * row along the shorter side, each as long as its areas become no squarer ("squarified treemaps", Bruls, Huizing, van Wijk).
 */
export function areasOf(values: readonly number[], aspect: number): readonly Area[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  const areas: Area[] = [];
  let free = { x: 0, y: 0, width: 100 * aspect, height: 100 };
  const scale = total === 0 ? 0 : (free.width * free.height) / total;
  for (let first = 0; first < values.length; ) {
    const side = Math.min(free.width, free.height);
    let end = first + 1;
    let sum = (values[first] ?? 0) * scale;
    while (end < values.length) {
      const next = (values[end] ?? 0) * scale;
      const [largest, smallest] = [(values[first] ?? 0) * scale, (values[end - 1] ?? 0) * scale];
      if (worstRatio(largest, next, sum + next, side) > worstRatio(largest, smallest, sum, side)) break;
      sum += next;
      end++;
    }
    free = layRow(values.slice(first, end), scale, sum, free, aspect, areas);
    first = end;
  }
  return areas;
}

/** How far the area of a row that is least a square is from one; a row of nothing is as far as can be. */
function worstRatio(largest: number, smallest: number, sum: number, side: number): number {
  if (sum <= 0 || side <= 0 || smallest <= 0) return Number.POSITIVE_INFINITY;
  return Math.max((side * side * largest) / (sum * sum), (sum * sum) / (side * side * smallest));
}

/** Lay a row along the shorter side of what is free, and give what is free behind it. */
function layRow(row: readonly number[], scale: number, sum: number, free: Area, aspect: number, areas: Area[]): Area {
  const isColumn = free.width >= free.height;
  const side = isColumn ? free.height : free.width;
  const thickness = side === 0 ? 0 : sum / side;
  let at = 0;
  for (const value of row) {
    const length = thickness === 0 ? 0 : (value * scale) / thickness;
    const area = isColumn
      ? { x: free.x, y: free.y + at, width: thickness, height: length }
      : { x: free.x + at, y: free.y, width: length, height: thickness };
    areas.push({ ...area, x: area.x / aspect, width: area.width / aspect });
    at += length;
  }
  return isColumn
    ? { ...free, x: free.x + thickness, width: free.width - thickness }
    : { ...free, y: free.y + thickness, height: free.height - thickness };
}

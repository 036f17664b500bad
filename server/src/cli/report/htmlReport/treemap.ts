import { columnsOf, cut } from '../textColumns';
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
const HEIGHT = 320;
/** The width at which the fields are about square and their names fit, in pixels; in another they are stretched. */
const USUAL_WIDTH = 1040;
const MARGIN = 10;
const LINE_HEIGHT = 18;
/** The mean width of a letter in bold, in pixels. */
const LETTER_WIDTH = 7.8;
/** A narrower field, in pixels, has no room for a name; and on a narrow screen neither has one of a smaller part of the width. */
const NARROWEST_NAME = 56;
const LARGE_SHARE = 24;

/** Draw fields whose areas are as their values, the largest first. A table beside it says the same. */
export function treemap(title: string, fields: readonly Field[]): Html {
  const largest = fields[0]?.value ?? 1;
  const areas = areasOf(
    fields.map(({ value }) => value),
    USUAL_WIDTH / HEIGHT,
  );
  return html`<svg class="chart treemap" role="img" aria-label="${title}" width="100%" height="${HEIGHT}">${fields.map(
    (field, index) => {
      const area = areas[index] ?? NO_AREA;
      const { x, y, width, height } = area;
      return html`
<svg x="${percent(x)}" y="${percent(y)}" width="${percent(width)}" height="${percent(height)}"><title>${field.detail}</title>
<rect class="field shade-${shadeOf(field.value / largest)}" width="100%" height="100%"/>${label(field, area)}
</svg>`;
    },
  )}
</svg>`;
}

/** The name and the note of a field, as far as there is room for them. */
function label({ name, note }: Field, { width, height }: Area): Html | undefined {
  const room = (width / 100) * USUAL_WIDTH - 2 * MARGIN;
  const lines = Math.floor(((height / 100) * HEIGHT - MARGIN) / LINE_HEIGHT);
  if (room < NARROWEST_NAME || lines < 1) return undefined;
  const names = linesOf(name, Math.floor(room / LETTER_WIDTH), Math.max(1, Math.min(3, lines - 1)));
  const hasNote = lines > names.length;
  return html`
<g class="${width < LARGE_SHARE ? 'small' : 'large'}">${names.map(
    (line, index) => html`<text class="field-name" x="${MARGIN}" y="${baseline(index)}">${line}</text>`,
  )}${hasNote ? html`<text class="field-note" x="${MARGIN}" y="${baseline(names.length)}">${note}</text>` : undefined}</g>`;
}

function baseline(line: number): number {
  return MARGIN + LINE_HEIGHT * (line + 0.7);
}

/** Break a name between words; what does not fit into so many lines of so many columns is cut. */
function linesOf(name: string, columns: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(last) + 1 + columnsOf(word) <= columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else if (lines.length < most) lines.push(word);
    else {
      lines[lines.length - 1] = `${last} ${word}`;
      break;
    }
  }
  return lines.map((line) => cut(line, columns, 'end'));
}

const NO_AREA: Area = { x: 0, y: 0, width: 0, height: 0 };

/** Of how large a part of the largest field another is still drawn in a shade: the larger, the stronger. */
const SHADES = [0.5, 0.2, 0.05] as const;

function shadeOf(share: number): number {
  const shade = SHADES.findIndex((least) => share >= least);
  return shade < 0 ? SHADES.length + 1 : shade + 1;
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

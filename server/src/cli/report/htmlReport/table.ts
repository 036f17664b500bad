import { moreThan } from '../numbers';
import { percent } from './barChart';
import { type Html, type HtmlValue, html } from './html';

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** Numbers stand at the right and sort by their value; `name` is what tells rows apart; `path` breaks behind its folders. */
  readonly kind: 'name' | 'text' | 'path' | 'number';
}

/** What stands in a cell; `value` is what it sorts by, where that is not its text. */
export interface Cell {
  readonly content: HtmlValue;
  readonly value?: number;
}

/** Lay out a table that the script makes sortable; `total` is how many rows there are in all, shown or not. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (Cell | string)[])[],
  total = rows.length,
): Html {
  const titles = columns.map(({ title, kind }) => html`<th scope="col" class="${kind}">${title}</th>`);
  const lines = rows.map(
    (cells) => html`
<tr>${columns.map((column, index) => writeCell(column, cells[index] ?? ''))}</tr>`,
  );
  return html`<div class="table"><table>
<caption>${caption}</caption>
<thead><tr>${titles}</tr></thead>
<tbody>${lines}
</tbody></table></div>${moreRows(total, rows.length)}`;
}

/** Say how many rows there are beside those that are shown. */
export function moreRows(total: number, shown: number): Html | undefined {
  const more = moreThan(total, shown);
  if (more === undefined) return undefined;
  return html`
<p class="more">… ${more}.</p>`;
}

function writeCell({ kind }: Column, cell: Cell | string): Html {
  const { content, value } = typeof cell === 'string' ? { content: kind === 'path' ? path(cell) : cell } : cell;
  const sortKey = value === undefined ? undefined : html` data-value="${Number(value.toFixed(VALUE_DIGITS))}"`;
  return kind === 'name'
    ? html`<th scope="row" class="${kind}"${sortKey}>${content}</th>`
    : html`<td class="${kind}"${sortKey}>${content}</td>`;
}

/** Digits behind the point by which rows are sorted; more would make the page larger. */
const VALUE_DIGITS = 3;

/** Write a path that breaks behind its folders. */
export function path(text: string): Html {
  const [first = '', ...rest] = text.split('/');
  return html`<span class="path">${first}${rest.map((name) => html`/<wbr>${name}`)}</span>`;
}

/** Draw a share of something as a bar for a cell, beside its number in letters. */
export function meter(share: number, text: string, value: number): Cell {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return {
    value,
    content: html`${text}<svg class="meter" aria-hidden="true" width="100%" height="4"><rect class="rail" width="100%" height="4" rx="2"/><rect class="bar" width="${percent(width)}" height="4" rx="2"/></svg>`,
  };
}

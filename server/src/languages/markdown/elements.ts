/**
 * What an element of HTML is to its text:
 * - `block`: it stands by itself, what is before and behind it are two texts;
 * - `inline`: its text is part of the sentence around it;
 * - `space`: it reads as white space;
 * - `code`, `heading`: its text is of that kind;
 * - `raw`: what is in it is no text for a reader.
 */
export type ElementRole = 'block' | 'inline' | 'space' | 'code' | 'heading' | 'raw';

/** An element by its name, as HTML has it. */
export interface Element {
  readonly name: string;
  readonly role: ElementRole;
  /** Its tag starts an HTML block of condition 6 (CommonMark 0.31). */
  readonly startsBlock: boolean;
}

/** Longer names are of no known element. */
const MAX_NAME_LENGTH = 10;

const BLOCKS =
  'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
  'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
  'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
  'title tr track ul';

const ROLES: Readonly<Record<Exclude<ElementRole, 'block'>, string>> = {
  inline:
    'a abbr acronym b bdi bdo big cite del dfn em font i ins label mark nobr q s small span strike strong time tt u wbr',
  space: 'br',
  code: 'code kbd samp var',
  heading: 'h1 h2 h3 h4 h5 h6',
  raw: 'pre script style textarea',
};

const known = new Map<string, Element>();
for (const name of BLOCKS.split(' ')) known.set(name, { name, role: 'block', startsBlock: true });
for (const [role, names] of Object.entries(ROLES) as [ElementRole, string][]) {
  for (const name of names.split(' ')) known.set(name, { name, role, startsBlock: known.has(name) });
}

/** Slots of the table, a power of two; a name stands in the first free one from that of its hash on. */
const SLOTS = 512;
const table: (Element | undefined)[] = new Array(SLOTS).fill(undefined);
for (const element of known.values()) {
  let hash = 0;
  for (let index = 0; index < element.name.length; index++) hash = step(hash, element.name.charCodeAt(index));
  let slot = hash & (SLOTS - 1);
  while (table[slot] !== undefined) slot = (slot + 1) & (SLOTS - 1);
  table[slot] = element;
}

/** Find the element whose name, in any case, stands from `start` to `end`. */
export function elementNamed(units: Uint16Array, start: number, end: number): Element | undefined {
  if (end - start > MAX_NAME_LENGTH) return undefined;
  let hash = 0;
  for (let offset = start; offset < end; offset++) hash = step(hash, lower(units[offset] as number));
  for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
    const element = table[slot];
    if (element === undefined || isNamed(element.name, units, start, end)) return element;
  }
}

function isNamed(name: string, units: Uint16Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let index = 0; index < name.length; index++) {
    if (name.charCodeAt(index) !== lower(units[start + index] as number)) return false;
  }
  return true;
}

function step(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

function lower(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit | 32 : unit;
}

import type { RegionKind } from '../languages/regions';
import type { Source } from '../text/source';
import { mentionsIn } from './abbreviations';
import type { DocumentMention } from './checkedDocument';
import { regionText } from './regionText';

/** Tell whether some word of a region has a capital and another capital or a digit: nothing else is an abbreviation. */
export function hasAbbreviation({ units }: Source, cells: Int32Array, first: number, last: number): boolean {
  for (let cell = first; cell < last; cell += 2) {
    const end = cells[cell + 1] as number;
    let signs = 0;
    let capitals = 0;
    for (let at = cells[cell] as number; at < end; at++) {
      const unit = units[at] as number;
      if ((unit >= 0x61 && unit <= 0x7a) || unit > 0x7f) continue;
      if (unit >= 0x41 && unit <= 0x5a) capitals++;
      else if (unit < 0x30 || unit > 0x39) {
        signs = 0;
        capitals = 0;
        continue;
      }
      if (++signs > 1 && capitals > 0) return true;
    }
  }
  return false;
}

/** Add the abbreviations of a region, whose spans stand in `cells` from `first` to before `last`, to `mentions`. */
export function collectMentions(
  source: Source,
  cells: Int32Array,
  first: number,
  last: number,
  region: RegionKind,
  mentions: DocumentMention[],
): void {
  const { text, spanOf } = regionText(source.text, cells, first, last);
  for (const { abbreviation, span, expansion } of mentionsIn(text)) {
    const mention = { abbreviation, span: spanOf(span), region };
    if (expansion === undefined) {
      mentions.push(mention);
    } else {
      const { text: long, span: own, whole } = expansion;
      mentions.push({ ...mention, expansion: { text: long, span: spanOf(own), whole: spanOf(whole) } });
    }
  }
}

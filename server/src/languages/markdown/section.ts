import type { Source } from '../../text/source';
import type { Names, ScanState, Section } from '../language';
import type { PackedRegions } from '../regions';
import { InlineScanner } from './inlines/scanner';
import type { PackedLeaves } from './leaves';

/** One for all sections: it is done with one before it starts with the next, and what it needs is made once. */
const inlines = new InlineScanner();

/** A section of a Markdown document: its leaves were found, what of them is read is found when it is asked for. */
export class MarkdownSection implements Section {
  readonly length: number;
  readonly reach: number;
  readonly state: ScanState;
  readonly defines: readonly string[];
  readonly #leaves: PackedLeaves;

  constructor(length: number, reach: number, state: ScanState, defines: readonly string[], leaves: PackedLeaves) {
    this.length = length;
    this.reach = reach;
    this.state = state;
    this.defines = defines;
    this.#leaves = leaves;
  }

  regions(source: Source, start: number, defined: Names): PackedRegions {
    return inlines.scan(source, start, this.#leaves, defined);
  }
}

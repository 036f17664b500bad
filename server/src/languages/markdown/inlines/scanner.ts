import type { Source } from '../../../text/source';
import type { Names } from '../../language';
import { type PackedRegions, RegionWriter, regionKinds } from '../../regions';
import { readYaml } from '../../yaml';
import { Gapless } from '../gapless';
import {
  COMMENT_LEAF,
  FRONT_MATTER,
  GAP_WIDTH,
  HEADER,
  HTML,
  LEAF_WIDTH,
  MDX,
  type PackedLeaves,
  YAML_CODE,
} from '../leaves';
import { CODE, COMMENT, COMMENT_END, HEADING, RUN, SPACE_BETWEEN, SPLIT, TEXT } from './edits';
import { findEdits, findHtmlEdits } from './finder';
import { InlineLeaf, NO_NAMES } from './leaf';
import { RegionReader } from './reader';

/** The bits of a leaf's kind that are the kind of its regions. */
const KIND_BITS = 7;
const CODE_KIND = regionKinds.indexOf('code');
const HEADING_KIND = regionKinds.indexOf('heading');
const KEY_KIND = regionKinds.indexOf('key');

/** Finds what of leaves is read. What is not is found first, leaf by leaf, since a mark far behind can turn one in front. */
export class InlineScanner {
  readonly #reader = new RegionReader();
  readonly #gapless = new Gapless();
  readonly #yaml = new RegionWriter();
  readonly #leaf = new InlineLeaf();
  /** Marks of a leaf with gaps. */
  #copiedMarks: Int32Array = new Int32Array(0);

  /** Find the regions of the leaves of the section that starts at `start` of `source`. */
  scan(source: Source, start: number, leaves: PackedLeaves, defined: Names): PackedRegions {
    const leaf = this.#leaf;
    const { units } = source;
    const reader = this.#reader;
    const gapsAt = HEADER + LEAF_WIDTH * (leaves[0] as number);
    const marksAt = gapsAt + GAP_WIDTH * (leaves[1] as number);
    reader.start(units, start);
    leaf.units = units;
    leaf.marks = leaves;
    leaf.shift = start;
    leaf.defined = defined;
    let mark = marksAt;
    let gap = gapsAt;
    for (let at = HEADER; at < gapsAt; at += LEAF_WIDTH) {
      const kind = leaves[at] as number;
      const leafStart = start + (leaves[at + 1] as number);
      const leafEnd = start + (leaves[at + 2] as number);
      const markEnd = marksAt + (leaves[at + 3] as number);
      if (kind === FRONT_MATTER || kind === YAML_CODE) {
        this.#readYaml(source, kind, leafStart, leafEnd);
      } else {
        while (gap < marksAt && start + (leaves[gap] as number) < leafStart) gap += GAP_WIDTH;
        if (gap < marksAt && start + (leaves[gap] as number) < leafEnd) {
          this.#scanGapless(kind, leafStart, leafEnd, leaves, gap, marksAt, mark, markEnd);
        } else if (mark === markEnd) {
          reader.read(leafStart, leafEnd);
          reader.end(kind & KIND_BITS);
        } else {
          leaf.start = leafStart;
          leaf.end = leafEnd;
          leaf.mark = mark;
          leaf.markEnd = markEnd;
          this.#scanLeaf(kind);
        }
      }
      mark = markEnd;
    }
    leaf.units = NOTHING;
    leaf.defined = NO_NAMES;
    return reader.take();
  }

  /** Scan a copy of a leaf without its gaps. */
  #scanGapless(
    kind: number,
    leafStart: number,
    leafEnd: number,
    leaves: PackedLeaves,
    gap: number,
    gapEnd: number,
    mark: number,
    markEnd: number,
  ): void {
    const leaf = this.#leaf;
    const gapless = this.#gapless;
    const units = leaf.units;
    const shift = leaf.shift;
    gapless.read(units, leafStart, leafEnd, leaves, gap, gapEnd, shift);
    const count = markEnd - mark;
    if (count > this.#copiedMarks.length) this.#copiedMarks = new Int32Array(2 * count);
    let stretch = 0;
    for (let index = 0; index < count; index++) {
      const offset = shift + (leaves[mark + index] as number);
      stretch = gapless.stretchOf(offset, stretch);
      this.#copiedMarks[index] = gapless.copyOf(offset, stretch);
    }
    leaf.units = gapless.units;
    leaf.start = 0;
    leaf.end = gapless.length;
    leaf.marks = this.#copiedMarks;
    leaf.mark = 0;
    leaf.markEnd = count;
    leaf.shift = 0;
    this.#reader.through(gapless);
    this.#scanLeaf(kind);
    this.#reader.through(undefined);
    leaf.units = units;
    leaf.marks = leaves;
    leaf.shift = shift;
  }

  /** Read YAML: of front matter, whose keys belong to the site's software, or in a code block. */
  #readYaml(source: Source, kind: number, start: number, end: number): void {
    readYaml(source, start, end, this.#yaml);
    const regions = this.#yaml.take();
    for (let at = 0; at < regions.length; at += 2 + 2 * (regions[at + 1] as number)) {
      const regionKind = regions[at] as number;
      if (kind === YAML_CODE) this.#reader.append(CODE_KIND, regions, at);
      else if (regionKind !== KEY_KIND) this.#reader.append(regionKind, regions, at);
    }
  }

  #scanLeaf(kind: number): void {
    const leaf = this.#leaf;
    leaf.clear();
    if ((kind & HTML) !== 0) findHtmlEdits(leaf);
    else findEdits(leaf, (kind & MDX) !== 0, -1);
    this.#read(kind & KIND_BITS);
  }

  /** Read the leaf but for its edits. */
  #read(kind: number): void {
    const leaf = this.#leaf;
    const reader = this.#reader;
    const edits = leaf.edits;
    const { count } = edits;
    let from = leaf.start;
    let base = kind;
    let kindHere = kind;
    for (let edit = 0; edit < count; edit++) {
      const edited = edits.kind(edit);
      if (edited === TEXT) continue;
      const start = edits.start(edit);
      const end = edits.end(edit);
      reader.read(from, start);
      from = end;
      if (edited === RUN) {
        reader.read(start + edits.takenAtStart(edit), end - edits.takenAtEnd(edit));
      } else if (edited === SPACE_BETWEEN) {
        reader.space(start);
      } else if (edited >= SPLIT) {
        reader.end(kindHere);
        if (edited === COMMENT) base = COMMENT_LEAF;
        else if (edited === COMMENT_END) base = kind;
        kindHere = base;
        if (base !== COMMENT_LEAF) {
          if (edited === CODE) kindHere = CODE_KIND;
          else if (edited === HEADING) kindHere = HEADING_KIND;
        }
      }
    }
    reader.read(from, leaf.end);
    reader.end(kindHere);
  }
}

const NOTHING = new Uint16Array(0);

import { DOCUMENT_START, type ScanState } from '../../language';
import type { HtmlBlockCondition } from './html';

/**
 * The block that is open in the innermost container. The lines of `fence` (code), `yaml` (code that is YAML), `html`, `module`
 * (imports and exports of MDX) and `verbatim` (templates and formulas) are not Markdown.
 */
export type OpenLeaf = (typeof leaves)[number];

const leaves = ['none', 'paragraph', 'table', 'fence', 'yaml', 'html', 'module', 'verbatim'] as const;

/** What of an HTML block is open that is not its text: a comment, code in it, a comment for a tool, an element with raw text. */
export type RawText = (typeof raws)[number];

const raws = ['none', 'comment', 'code', 'tool', 'element'] as const;

/** What the scan of blocks knows between two lines. */
export interface BlockState {
  /** The open containers, as `Containers.write` has them. */
  readonly containers: string;
  readonly leaf: OpenLeaf;
  /** The unit that the fence is made of, and how many of them. */
  readonly fence: number;
  readonly fenceLength: number;
  readonly html: HtmlBlockCondition;
  readonly raw: RawText;
  readonly mdx: boolean;
}

/** The state between two blocks of a document without containers: that of most sections. */
export const BETWEEN: ScanState = '.';

/** Write a state as a string, but for `BETWEEN`. */
export function writeState({ containers, leaf, fence, fenceLength, html, raw, mdx }: BlockState): ScanState {
  const open = leaves.indexOf(leaf);
  const start = `${mdx ? 1 : 0},${containers},${open}`;
  if (leaf === 'fence' || leaf === 'yaml') return `${start},${fence},${fenceLength},0,0`;
  return leaf === 'html' ? `${start},0,0,${html},${raws.indexOf(raw)}` : `${start},0,0,0,0`;
}

/** Read what `writeState` wrote. */
export function readState(state: ScanState): BlockState {
  if (state === DOCUMENT_START || state === BETWEEN) return START;
  const [mdx, containers, leaf, fence, fenceLength, html, raw] = state.split(',');
  return {
    containers: containers ?? '',
    leaf: leaves[Number(leaf)] ?? 'none',
    fence: Number(fence),
    fenceLength: Number(fenceLength),
    html: Number(html) as HtmlBlockCondition,
    raw: raws[Number(raw)] ?? 'none',
    mdx: mdx === '1',
  };
}

const START: BlockState = {
  containers: '',
  leaf: 'none',
  fence: 0,
  fenceLength: 0,
  html: 0,
  raw: 'none',
  mdx: false,
};

import { type Severity, severities } from '../../analysis/finding';
import { escapeMarkdown } from '../../terminology/card/escape';
import type { CheckedFile, CheckRun, FileFinding } from '../checkRun';
import type { OutputFormat } from './format';
import { placeOf } from './place';
import { counted, inEnglish, severityCounts, tallyOf } from './tally';

/** A summary for people who read it on a web page, such as that of a job of GitHub Actions (`$GITHUB_STEP_SUMMARY`). */
export const markdownFormat: OutputFormat = {
  name: 'markdown',
  summary: 'a summary in Markdown, for the page of a job',
  write: (run) => {
    const blocks = [headOf(run), ...unreadableBlock(run), ...tableOf(run)];
    let bytes = blocks.reduce((total, block) => total + bytesOf(block), 0);
    let left = tallyOf(run).total;
    for (const block of filesOf(run)) {
      bytes += bytesOf(block.text);
      if (bytes > MOST_BYTES) {
        blocks.push(`_${counted(left, 'finding')} left out, as GitHub takes no longer summary._`);
        break;
      }
      blocks.push(block.text);
      left -= block.findings;
    }
    return `${blocks.join('\n\n')}\n`;
  },
};

/** GitHub takes 1 MiB from a step; some is left for those who write more into it. */
const MOST_BYTES = 1_000_000;
/** UTF-16 units of a text in the summary: it says what a finding is about, the document says the rest. */
const LONGEST_TEXT = 300;
/** Findings of a file in one block, which is in the summary as a whole or not at all. */
const MOST_IN_BLOCK = 100;
/** Files that could not be read, and checks in the table: there are fewer, unless something else is wrong. */
const MOST_ROWS = 100;

function headOf(run: CheckRun): string {
  const { files, checkedCount, knownCount } = run;
  const tally = tallyOf(run);
  const known = knownCount === 0 ? '' : ` ${counted(knownCount, 'known finding')} kept quiet.`;
  const found =
    tally.total === 0
      ? `${counted(checkedCount, 'file')} checked, nothing found.`
      : `${counted(tally.total, 'finding')} in ${inEnglish(files.length)} of ${counted(checkedCount, 'file')}: ${severityCounts(tally)}.`;
  return `## Glossary Lens\n\n${found}${known}`;
}

function unreadableBlock({ unreadable }: CheckRun): readonly string[] {
  if (unreadable.length === 0) return [];
  const rows = unreadable.slice(0, MOST_ROWS).map(({ path, reason }) => `- ${inert(path)}: ${inert(reason)}`);
  return [`### Files that are not checked: ${inEnglish(unreadable.length)}\n\n${rows.join('\n')}`];
}

function tableOf({ files }: CheckRun): readonly string[] {
  const counts = new Map<string, Map<Severity, number>>();
  for (const { check, severity } of files.flatMap(({ findings }) => findings)) {
    const ofCheck = counts.get(check) ?? new Map<Severity, number>();
    counts.set(check, ofCheck.set(severity, (ofCheck.get(severity) ?? 0) + 1));
  }
  if (counts.size === 0) return [];
  const rows = [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, MOST_ROWS)
    .map(([check, ofCheck]) => {
      const numbers = severities.map((severity) => inEnglish(ofCheck.get(severity) ?? 0));
      return `| ${inert(check)} | ${numbers.join(' | ')} |`;
    });
  const head = '| check | errors | warnings | information | hints |\n| --- | ---: | ---: | ---: | ---: |';
  return [[head, ...rows].join('\n')];
}

interface Block {
  readonly text: string;
  /** How many it shows. */
  readonly findings: number;
}

function* filesOf({ files }: CheckRun): Iterable<Block> {
  for (const { path, findings } of files) {
    for (let first = 0; first < findings.length; first += MOST_IN_BLOCK) {
      const some = findings.slice(first, first + MOST_IN_BLOCK);
      yield { text: blockOf({ path, findings: some }), findings: some.length };
    }
  }
}

function blockOf({ path, findings }: CheckedFile): string {
  return `### ${inert(path)}\n\n${findings.map(rowOf).join('\n')}`;
}

function rowOf(finding: FileFinding): string {
  return `- ${placeOf(finding)} ${finding.severity}: ${inert(finding.message)} (${inert(finding.check)})`;
}

/**
 * Nothing in a text becomes markup, a link, or (as brackets are escaped) a command of a runner; a cut never halves a pair of
 * surrogates.
 */
function inert(text: string): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return escapeMarkdown(cut);
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text) + '\n\n'.length;
}

import type { Finding } from '../../analysis/finding';
import type { Scope } from '../../scopes';
import type { Concept } from '../../terminology/concept';
import type { FileFinding } from '../checkRun';
import type { ConceptUses } from './conceptUses';
import { type CheckOptions, DocumentChecker, type Knowledge } from './documentChecker';
import { fileFindings } from './fileFindings';
import { type FileState, stateOf } from './fileState';
import { type FixedText, fixText, MOST_PASSES } from './fixing';
import { type LineRanges, LinesOfText } from './lineRanges';
import { editsOf, Origins, type Pieces } from './pieces';
import type { TextFile } from './regularFile';
import type { Target } from './targets';
import { unifiedDiff } from './unifiedDiff';
import { replaceText } from './wholeFile';

/** What is done about findings with safe fixes: nothing, the files are written, or a diff tells what would be. */
export type FixMode = 'none' | 'write' | 'preview';

/** What a thread must know to check targets. Plain data. */
export interface TargetOptions extends CheckOptions {
  readonly fix: FixMode;
}

/** What came of a target. Plain data. */
export type TargetResult =
  | CheckedTarget
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** A fault of ours: it says so, and the other files are checked all the same. */
  | { readonly kind: 'failed'; readonly message: string };

export interface CheckedTarget {
  readonly kind: 'checked';
  readonly findings: readonly FileFinding[];
  /** How many fixes were made. */
  readonly fixedCount: number;
  /** What the fixes change, or would; empty where nothing. */
  readonly diff: string;
  /** Why the fixed text is not in the file, in plain words that read after a colon. */
  readonly unwritten?: string;
  /** What is found on lines that do not count, as far as a baseline knows it; undefined where all lines do. */
  readonly elsewhere?: readonly Pick<FileFinding, 'check' | 'fingerprint'>[];
  /** What it uses of glossaries whose unused concepts are looked for; undefined where there are none such. */
  readonly uses?: ConceptUses;
  /** What the file was, where somebody keeps what is found in it. */
  readonly state?: FileState;
}

/** A text with its safe fixes made, on some lines or on all. */
interface FixedLines extends FixedText {
  /** What is left to find on other lines than those that count; undefined where all do. */
  readonly elsewhere?: readonly Finding[];
}

/** Checks targets, one after the other. */
export class TargetChecker {
  readonly #options: TargetOptions;
  readonly #checker: DocumentChecker;

  constructor(options: TargetOptions) {
    this.#options = options;
    this.#checker = new DocumentChecker(options);
  }

  /** Check a file that was read, on `lines` alone where they are given, and mend it where that is asked for. Never throws. */
  async check(target: Target, read: TextFile, lines: LineRanges | undefined): Promise<TargetResult> {
    try {
      const scope = await this.#checker.scopeOf(target, read.text);
      const fixed = this.#fix(target, read.text, lines, scope);
      const result = this.#resultOf(target, read, fixed);
      // Who looks at some lines alone cannot tell what the whole uses.
      if (fixed.elsewhere !== undefined) {
        const { findings } = this.#found(target, fixed.text, fixed.elsewhere);
        return { ...result, elsewhere: findings.map(({ check, fingerprint }) => ({ check, fingerprint })) };
      }
      const uses = await this.#checker.usesIn(target, fixed.text, scope);
      return uses === undefined ? result : { ...result, uses };
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }

  /** Check a text as that of a file, which need not be there; gives the text as it is with the fixes made, too. */
  async checkText(target: Target, text: string): Promise<{ readonly result: CheckedTarget; readonly text: string }> {
    const fixed = this.#fix(target, text, undefined, await this.#checker.scopeOf(target, text));
    const { fix } = this.#options;
    if (fix === 'none') return { result: this.#found(target, text, fixed.found), text };
    const diff = unifiedDiff(target.path, text, editsOf(fixed.pieces));
    const result =
      fix === 'write' ? this.#found(target, fixed.text, fixed.left) : this.#found(target, text, fixed.found);
    return { result: { ...result, fixedCount: fix === 'write' ? fixed.fixedCount : 0, diff }, text: fixed.text };
  }

  /** Say what is wrong with a glossary, where `isUsed` knows the concepts that the documents of a run use. */
  async checkGlossary(
    target: Target,
    text: string,
    isUsed: (concept: Concept) => boolean,
  ): Promise<readonly FileFinding[]> {
    const scope = await this.#checker.scopeOf(target, text);
    return this.#found(target, text, this.#checker.checkGlossary(target, text, scope, isUsed)).findings;
  }

  /** Tell what has been learned besides findings, so far. */
  knowledge(): Knowledge {
    return this.#checker.knowledge();
  }

  #resultOf(target: Target, read: TextFile, fixed: FixedText): CheckedTarget {
    if (this.#options.fix === 'none' || fixed.text === read.text) {
      const found = this.#found(target, read.text, fixed.found);
      return this.#options.isCaching ? { ...found, state: stateOf(read) } : found;
    }
    const diff = unifiedDiff(target.path, read.text, editsOf(fixed.pieces));
    const written = this.#options.fix === 'write' ? replaceText(target.file, read, fixed.text) : undefined;
    if (written?.kind === 'written') {
      return { ...this.#found(target, fixed.text, fixed.left), fixedCount: fixed.fixedCount, diff };
    }
    const found = this.#found(target, read.text, fixed.found);
    return written === undefined ? { ...found, diff } : { ...found, unwritten: written.reason };
  }

  #fix(target: Target, text: string, lines: LineRanges | undefined, scope: Scope): FixedLines {
    const find = (current: string) => this.#checker.check(target, current, scope);
    const mostPasses = this.#options.fix === 'none' ? 0 : MOST_PASSES;
    if (lines === undefined) return fixText(text, find, mostPasses);
    const changed = new LinesOfText(text, lines);
    let elsewhere: readonly Finding[] = [];
    const findOnLines = (current: string, pieces: Pieces) => {
      // Lines are those of the file as git has seen it, whatever fixes have put in since.
      const origins = new Origins(pieces);
      const found = find(current);
      const counting = new Set(found.filter(({ span }) => changed.touch(origins.spanOf(span))));
      elsewhere = found.filter((finding) => !counting.has(finding));
      return [...counting];
    };
    const fixed = fixText(text, findOnLines, mostPasses);
    return { ...fixed, elsewhere };
  }

  #found({ path }: Target, text: string, findings: readonly Finding[]): CheckedTarget {
    const { folder } = this.#options;
    return { kind: 'checked', findings: fileFindings(findings, text, { path, folder }), fixedCount: 0, diff: '' };
  }
}

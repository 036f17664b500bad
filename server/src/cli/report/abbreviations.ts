import type { DocumentMention } from '../../analysis/checkedDocument';
import { checks } from '../../analysis/checks';
import type { DocumentCheck } from '../../analysis/checks/check';
import { Findings } from '../../analysis/findings';
import type { Occurrences } from '../../analysis/occurrences';
import type { Policy } from '../../analysis/policy';
import type { Terminology } from '../../terminology/terminology';
import type { SourceReader } from '../../text/source';
import type { ExpansionAt, MentionAt } from './usage';

/** What a document says with abbreviations. */
export interface Abbreviations {
  /** Every mention of those that neither a glossary nor the document explains, in order. */
  readonly unexplained: readonly MentionAt[];
  /** Where it says what one stands for, in order. */
  readonly expansions: readonly ExpansionAt[];
}

/** Reads the abbreviations of documents, and asks the check which of them nobody explains: the two cannot disagree. */
export class AbbreviationReader {
  readonly #findings: Findings;
  #mentions: readonly DocumentMention[] = [];

  constructor(reader: SourceReader) {
    const undefinedAbbreviation = checks.filter(({ name }) => name === 'undefined-abbreviation');
    const overhearing: DocumentCheck = {
      name: OVERHEARING,
      scope: 'document',
      readsMentions: true,
      defaultSeverity: 'off',
      summary: '',
      find: ({ mentions }) => {
        this.#mentions = mentions;
        return [];
      },
    };
    this.#findings = new Findings([...undefinedAbbreviation, overhearing], reader);
  }

  /** Read the document that `occurrences` are of. */
  read(occurrences: Occurrences, terminology: Terminology, policy: Policy): Abbreviations {
    this.#mentions = [];
    const findings = this.#findings.in(occurrences, { terminology, policy: { ...policy, severities: SEVERITIES } });
    const starts = new Set(findings.map(({ span }) => span.start));
    const mentions = this.#mentions;
    const names = new Set(
      mentions.filter(({ span }) => starts.has(span.start)).map(({ abbreviation }) => abbreviation),
    );
    return {
      unexplained: mentions
        .filter(({ abbreviation }) => names.has(abbreviation))
        .map(({ abbreviation, span }) => ({ abbreviation, offset: span.start })),
      expansions: mentions.flatMap(({ abbreviation, span, expansion }) =>
        expansion === undefined ? [] : [{ abbreviation, offset: span.start, text: expansion.text }],
      ),
    };
  }
}

/** The name of a check that finds nothing, and hears what there is to be found. */
const OVERHEARING = 'mentions';
const SEVERITIES: Policy['severities'] = new Map([
  ['undefined-abbreviation', 'information'],
  [OVERHEARING, 'information'],
]);

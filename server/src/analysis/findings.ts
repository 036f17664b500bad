import type { Names, Section } from '../languages/language';
import { type PackedRegions, type RegionKind, regionKinds } from '../languages/regions';
import type { Terminology } from '../terminology/terminology';
import type { Source, SourceReader } from '../text/source';
import type { CheckedDocument, DocumentMention } from './checkedDocument';
import type { Check, DocumentCheck, UseCheck } from './checks/check';
import { languageOfText } from './documentLanguage';
import { byPlace, type Draft, type Finding, findingOf, type Severity } from './finding';
import { movedDraft, movedMention } from './moved';
import type { Occurrences } from './occurrences';
import { type FoundUse, PlacedUse, useOf } from './placedUse';
import type { Policy } from './policy';
import { collectMentions, hasAbbreviation } from './regionMentions';

/** What applies to a document, as far as its wording is concerned. */
export interface Wording {
  /** All that the glossaries say which apply. */
  readonly terminology: Terminology;
  readonly policy: Policy;
}

/**
 * Finds what checks have to say of documents. What it read of a section is kept as long as the section is: after an edit, the
 * sections that it left alone are not read again, and the checks of single uses do not run again there.
 */
export class Findings {
  readonly #useChecks: readonly UseCheck[];
  readonly #documentChecks: readonly DocumentCheck[];
  readonly #reader: SourceReader;
  readonly #sections = new WeakMap<Section, ReadSection>();

  constructor(checks: readonly Check[], reader: SourceReader) {
    this.#useChecks = checks.filter((check) => check.scope === 'use');
    this.#documentChecks = checks.filter((check) => check.scope === 'document');
    this.#reader = reader;
  }

  /** Check the document that `occurrences` are of; they are those of the glossaries that have a say in checks. */
  in(occurrences: Occurrences, { terminology, policy }: Wording): readonly Finding[] {
    const { text, language } = occurrences.document;
    if (!isChecked(text, policy)) return [];
    const ground = { language, text, terminology, policy };
    const sections = this.#read(occurrences, ground);
    const found = sections.flatMap(({ read, start }) =>
      read.drafts.map(({ check, draft }) => findingOf(check, severityOf(check, policy), movedDraft(draft, start))),
    );
    const checks = this.#documentChecks.filter(({ name }) => policy.severities.has(name));
    if (checks.length > 0) {
      const document = documentOf(ground, sections, this.#reader);
      for (const check of checks) {
        const severity = severityOf(check.name, policy);
        for (const draft of check.find(document)) found.push(findingOf(check.name, severity, draft));
      }
    }
    return found.sort(byPlace);
  }

  #read(occurrences: Occurrences, ground: Ground): readonly PlacedSection[] {
    const { sections, starts, defined } = occurrences.document;
    // All sections that nobody asked about yet are searched in one go.
    if (occurrences.count === 0 && !this.#wantsMentions(ground.policy)) return [];
    return sections.map((section, place) => {
      const start = starts[place] ?? 0;
      const known = this.#sections.get(section);
      if (known !== undefined && isCurrent(known, occurrences, ground, defined)) return { read: known, start };
      const read = this.#readSection(section, place, start, occurrences, ground);
      this.#sections.set(section, read);
      return { read, start };
    });
  }

  #readSection(section: Section, place: number, start: number, occurrences: Occurrences, ground: Ground): ReadSection {
    const { defined } = occurrences.document;
    const { policy } = ground;
    // What lies outside of the section may change without it: nothing that is kept of it may hang on that.
    const inside = { ...ground, text: ground.text.slice(start, start + section.length) };
    const uses = occurrences
      .inSection(place)
      .filter(({ region }) => isRead(region, policy))
      .map((occurrence) => useOf(occurrence, start));
    const checks = this.#useChecks.filter(({ name }) => policy.severities.has(name));
    const drafts: KeptDraft[] = [];
    for (const use of uses) {
      const placed = new PlacedUse(use, 0, inside.text);
      for (const check of checks) {
        const draft = check.judge(placed, inside);
        if (draft !== undefined) drafts.push({ check: check.name, draft });
      }
    }
    const { regions, asked } = occurrences.regionsIn(place);
    const mentions = this.#wantsMentions(policy) ? this.#readMentions(regions, inside) : NO_MENTIONS;
    return {
      vocabulary: occurrences.vocabulary,
      policy,
      terminology: ground.terminology,
      defined: asked ? defined : undefined,
      uses,
      drafts,
      mentions,
      searches: new Map(),
    };
  }

  /** Where all checks that ask for mentions are off, nobody looks for abbreviations. */
  #wantsMentions({ severities }: Policy): boolean {
    return this.#documentChecks.some(({ name, readsMentions }) => readsMentions === true && severities.has(name));
  }

  #readMentions(regions: PackedRegions, { text, policy }: Ground): readonly DocumentMention[] {
    const source = this.#reader.read(text);
    const mentions: DocumentMention[] = [];
    for (let at = 0; at < regions.length; ) {
      const kind = regionKinds[regions[at] ?? 0] ?? 'prose';
      const first = at + 2;
      at = first + 2 * (regions[at + 1] ?? 0);
      if (isRead(kind, policy) && hasAbbreviation(source, regions, first, at))
        collectMentions(source, regions, first, at, kind, mentions);
    }
    return mentions.length === 0 ? NO_MENTIONS : mentions;
  }
}

/** What stays the same for all sections of a document. */
type Ground = Omit<CheckedDocument, 'uses' | 'mentions' | 'searchSections'>;

/** A section as it was read for checks; all spans count from its start. */
interface ReadSection {
  readonly vocabulary: unknown;
  readonly policy: Policy;
  readonly terminology: Terminology;
  /** What the document defined, where the regions hang on that. */
  readonly defined: Names | undefined;
  readonly uses: readonly FoundUse[];
  readonly drafts: readonly KeptDraft[];
  readonly mentions: readonly DocumentMention[];
  /** What document checks searched for in its text, by the names of their searches. */
  readonly searches: Map<string, KeptSearch>;
}

interface KeptSearch {
  readonly key: string;
  readonly found: unknown;
}

interface PlacedSection {
  readonly read: ReadSection;
  readonly start: number;
}

interface KeptDraft {
  readonly check: string;
  readonly draft: Draft;
}

const NO_MENTIONS: readonly DocumentMention[] = [];

/** Tell whether the wording of a text is checked under a policy: something is on, and the text is in a language that counts. */
export function isChecked(text: string, { severities, languages }: Policy): boolean {
  if (severities.size === 0) return false;
  if (languages.length === 0) return true;
  const language = languageOfText(text, new Set(languages));
  return language === undefined || languages.includes(language);
}

/** Checks are of wording: not of code, of keys, or of what machines read. */
function isRead(kind: RegionKind, { checksQuotations }: Policy): boolean {
  return kind === 'prose' || kind === 'heading' || kind === 'comment' || (kind === 'quotation' && checksQuotations);
}

function isCurrent(
  known: ReadSection,
  { vocabulary }: Occurrences,
  { policy, terminology }: Ground,
  defined: Names,
): boolean {
  return (
    known.vocabulary === vocabulary &&
    known.policy === policy &&
    known.terminology === terminology &&
    (known.defined === undefined || known.defined === defined)
  );
}

function documentOf(ground: Ground, sections: readonly PlacedSection[], reader: SourceReader): CheckedDocument {
  const uses = sections.flatMap(({ read, start }) => read.uses.map((use) => new PlacedUse(use, start, ground.text)));
  const mentions = sections.flatMap(({ read, start }) => read.mentions.map((mention) => movedMention(mention, start)));
  function searchSections<T>(name: string, key: string, prepare: () => (source: Source) => T): readonly T[] {
    let search: ((source: Source) => T) | undefined;
    return sections.map(({ read, start }, place) => {
      const known = read.searches.get(name);
      // A search of one name finds one kind of thing.
      if (known?.key === key) return known.found as T;
      search ??= prepare();
      const found = search(reader.read(ground.text.slice(start, sections[place + 1]?.start)));
      read.searches.set(name, { key, found });
      return found;
    });
  }

  return { ...ground, uses, mentions, searchSections };
}

function severityOf(check: string, { severities }: Policy): Severity {
  return severities.get(check) ?? FALLBACK;
}

/** A check that runs has a severity. */
const FALLBACK: Severity = 'information';

import assert from 'node:assert/strict';
import type { Draft } from '../../server/src/analysis/finding';
import type { CheckedGlossary, GlossaryCheck } from '../../server/src/analysis/glossaryChecks/glossaryCheck';
import { nativeFormat } from '../../server/src/formats/native';
import { createTerminology } from '../../server/src/terminology/terminology';
import { policyWith } from './checking';
import { mark, unmark } from './marked';

/** What a glossary file is checked with beside its text. */
export interface GlossaryPlace extends Partial<Omit<CheckedGlossary, 'uri' | 'text' | 'terminology'>> {
  /** Another glossary that applies, further away. */
  readonly further?: string;
}

/** Read a glossary file of the native format as checks see it; `place` has what is not as usual. */
export function checkedGlossary(text: string, { further, ...parts }: GlossaryPlace = {}): CheckedGlossary {
  const read = (uri: string, text: string) => nativeFormat.read({ uri, text, defaultName: uri });
  const own = read('file:///repo/docs/glossary.yaml', text);
  const other = further === undefined ? undefined : read('file:///repo/glossary.yaml', further).glossary;
  const glossaries = [own.glossary, other].filter((glossary) => glossary !== undefined);
  return {
    uri: 'file:///repo/docs/glossary.yaml',
    text,
    glossary: own.glossary,
    places: own.places,
    problems: own.problems,
    relatedNames: own.relatedNames,
    terminology: createTerminology(glossaries),
    policy: policyWith([]),
    isUsed: undefined,
    ...parts,
  };
}

/** Run a check on a glossary and expect it to find what stands in `⟦…⟧`, and nothing else. */
export function expectFound(check: GlossaryCheck, marked: string, place: GlossaryPlace = {}): readonly Draft[] {
  const { text } = unmark(marked);
  const drafts = [...check.find(checkedGlossary(text, place))];
  assert.equal(
    mark(
      text,
      drafts.map(({ span }) => span),
    ),
    marked,
  );
  return drafts;
}

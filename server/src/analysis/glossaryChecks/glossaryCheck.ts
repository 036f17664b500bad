import type { ConceptPlaces, GlossaryProblem, RelatedName } from '../../formats/format';
import type { Concept } from '../../terminology/concept';
import type { Glossary } from '../../terminology/glossary';
import type { Terminology } from '../../terminology/terminology';
import type { CheckTraits } from '../checks/check';
import type { Draft } from '../finding';
import type { Policy } from '../policy';

/** A rule about glossary files: a value in the list of `index.ts`, and a page of its name in docs/checks. It is pure. */
export interface GlossaryCheck extends CheckTraits {
  /** Find what the rule is about, in the order of the text; linear in its length. */
  find(file: CheckedGlossary): Iterable<Draft>;
}

/** What checks see of a glossary file. Immutable; spans are offsets into `text`. */
export interface CheckedGlossary {
  readonly uri: string;
  readonly text: string;
  /** What the text says; undefined where it does not parse. */
  readonly glossary: Glossary | undefined;
  /** Where its concepts stand; undefined where the format does not tell. */
  readonly places: ConceptPlaces | undefined;
  /** What the reader of the format found. */
  readonly problems: readonly GlossaryProblem[];
  readonly relatedNames: readonly RelatedName[];
  /** All that applies where the file lies, itself included. */
  readonly terminology: Terminology;
  readonly policy: Policy;
  /** Tell whether a document of the run uses a term of a concept; undefined outside of a run. */
  readonly isUsed: ((concept: Concept) => boolean) | undefined;
}

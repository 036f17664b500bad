import type { Concept } from '../../terminology/concept';

/** What became of a glossary of ours that concepts were put into. */
export interface UpdatedGlossary {
  readonly text: string;
  /** The ids of concepts that were not there. */
  readonly added: readonly string[];
  /** The ids of concepts of which some field is another now. */
  readonly changed: readonly string[];
  /** The ids of concepts that the text has no place for, as it is written. */
  readonly unplaced: readonly string[];
}

/** Put concepts into the text of a glossary of ours, and leave all else as it is; undefined where that cannot be: it does not parse, or has aliases. */
export type UpdateGlossary = (text: string, concepts: readonly Concept[]) => UpdatedGlossary | undefined;

/** Load what updates a glossary. */
export async function loadUpdate(): Promise<UpdateGlossary> {
  return (await import('../../formats/native/updateGlossary')).updateGlossary;
}

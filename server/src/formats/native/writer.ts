import type { Concept } from '../../terminology/concept';
import type { GlossaryContent } from '../../terminology/glossary';
import { createLeftovers } from '../concepts/leftOut';
import { isWebAddress } from '../concepts/webAddress';
import type { GlossaryWriter, LeftOut } from '../format';
import { jsonText } from './jsonLayout';
import { isTermAlone, keptConcept } from './keptConcept';
import { DEFAULT_LANGUAGE } from './language';
import {
  isPlaceholder,
  recordOf,
  sharedUsage,
  type WrittenField,
  type WrittenRecord,
  type WrittenValue,
  writtenConcept,
} from './written';
import { idsToWrite } from './writtenIds';
import { indented, OUR_STYLE, yamlField, yamlItem } from './yamlLayout';

/** Writes our format in YAML, laid out as people write it. */
export const yamlWriter: GlossaryWriter = {
  write(glossary) {
    const { head, concepts, leftOut } = recordsOf(glossary);
    const records = concepts.map((concept) => yamlItem(concept, OUR_STYLE));
    const isAiry = records.some((lines) => lines.length > LINES_WITHOUT_SPACE);
    const lines = [...head.flatMap((field) => yamlField(field, OUR_STYLE))];
    lines.push(records.length === 0 ? 'concepts: []' : 'concepts:');
    for (const [number, record] of records.entries()) {
      if (isAiry && number > 0) lines.push('');
      for (const line of indented(record, OUR_STYLE.indent)) lines.push(line);
    }
    return { files: [{ path: 'glossary.yaml', text: `${lines.join('\n')}\n` }], leftOut };
  },
};

/** Writes our format in JSON. */
export const jsonWriter: GlossaryWriter = {
  write(glossary) {
    const { head, concepts, leftOut } = recordsOf(glossary);
    const file = { fields: [...head, { name: 'concepts', value: concepts }] };
    return { files: [{ path: 'glossary.json', text: `${jsonText(file, 2)}\n` }], leftOut };
  },
};

/** Concepts of more lines want an empty one between them. */
const LINES_WITHOUT_SPACE = 3;

/** Write down a concept as a record of a file; its id only where it is asked for. */
export function conceptRecordOf(concept: Concept, writesId: boolean): WrittenRecord {
  const usage = sharedUsage(concept);
  const fields = writtenConcept(concept, usage);
  if (!writesId && !isPlaceholder(concept, usage)) return { fields };
  return { fields: [{ name: 'id', value: concept.id }, ...fields] };
}

interface Records {
  readonly head: readonly WrittenField[];
  readonly concepts: readonly WrittenRecord[];
  readonly leftOut: readonly LeftOut[];
}

function recordsOf({ name, language, owner, concepts }: GlossaryContent): Records {
  const leftOut = createLeftovers();
  const kept = concepts
    .map((concept) => keptConcept(concept, leftOut))
    .filter((concept) => concept !== undefined)
    .filter((concept) => {
      if (isTermAlone(concept)) leftOut.add('concepts of a term alone');
      return !isTermAlone(concept);
    });
  const withId = idsToWrite(kept);
  return {
    head: recordOf({
      name: onOneLine(name),
      language: language === DEFAULT_LANGUAGE ? undefined : language,
      owner: owner && ownerOf(owner),
    }).fields,
    concepts: kept.map((concept) => conceptRecordOf(concept, withId.has(concept))),
    leftOut: leftOut.list(),
  };
}

function ownerOf({ name, url, contact }: NonNullable<GlossaryContent['owner']>): WrittenValue | undefined {
  const page = url !== undefined && isWebAddress(url) ? url : undefined;
  const record = recordOf({ name: onOneLine(name), url: page, contact: onOneLine(contact ?? '') });
  return record.fields.length === 1 && page === undefined ? onOneLine(name) : record;
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

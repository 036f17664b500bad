import { URI, Utils } from 'vscode-uri';
import type { Concept } from '../../terminology/concept';
import { nameKey } from '../../terminology/conceptNames';
import type { Glossary, TermList } from '../../terminology/glossary';
import type { Parts } from '../../terminology/parts';
import { type FileBytes, readParts } from './file';
import { type ConceptRecord, type Description, INDEX_PREFIX } from './record';
import { numberPart, type TextList, textList, textPart } from './texts';

/** Read what `writePack` wrote; `uri` is where it lies. Throws where the file is anything else. */
export function readPack(file: FileBytes, uri: string): Glossary {
  const parts = readParts(file);
  const { name, language, files }: Description = JSON.parse(textPart('description', parts));
  const folder = Utils.dirname(URI.parse(uri));
  const origins: string[] = [];
  const concepts = new PackedConcepts(file, parts, (index) => {
    origins[index] ??= Utils.joinPath(folder, files[index] ?? '.').toString();
    return origins[index];
  });
  const names = textList('names', parts);
  const nameOwners = numberPart('nameOwners', parts);
  const ids = textList('ids', parts);
  return {
    uri,
    name,
    language,
    size: concepts.size,
    get concepts() {
      return concepts.all();
    },
    conceptAt: (number) => concepts.at(number),
    idAt: (number) => (number < ids.count ? ids.at(number) : undefined),
    holds: (concept) => concepts.holds(concept),
    find: (text) => concepts.at(nameOwners[placeOf(nameKey(text), names)] ?? concepts.size),
    terms: termsOf(parts, concepts, name),
    index: indexOf(parts),
  };
}

/** The concepts of a pack, each read when it is first asked for. */
class PackedConcepts {
  readonly size: number;
  readonly #file: FileBytes;
  readonly #ends: Uint32Array;
  /** Where the records begin in the file. */
  readonly #start: number;
  readonly #fileUri: (index: number) => string;
  readonly #read = new Map<number, Concept>();
  readonly #members = new Set<Concept>();
  #all: readonly Concept[] | undefined;

  constructor(file: FileBytes, parts: Parts, fileUri: (index: number) => string) {
    const records = parts.get('concepts');
    if (!(records instanceof Uint8Array)) throw new Error('the pack has no concepts');
    this.#file = file;
    this.#ends = numberPart('conceptEnds', parts);
    this.#start = records.byteOffset - file.bytes.byteOffset;
    this.#fileUri = fileUri;
    this.size = this.#ends.length;
  }

  at(number: number): Concept | undefined {
    const end = this.#ends[number];
    if (end === undefined) return undefined;
    const concept = this.#read.get(number) ?? this.#decode(this.#ends[number - 1] ?? 0, end);
    this.#read.set(number, concept);
    this.#members.add(concept);
    return concept;
  }

  all(): readonly Concept[] {
    this.#all ??= Array.from(this.#ends, (_, number) => this.at(number)).filter((concept) => concept !== undefined);
    return this.#all;
  }

  /** A concept that was not read yet is in nobody's hands. */
  holds(concept: Concept): boolean {
    return this.#members.has(concept);
  }

  #decode(start: number, end: number): Concept {
    const record: ConceptRecord = JSON.parse(this.#file.text(this.#start + start, this.#start + end));
    const {
      origin: [index, spanStart, spanEnd, line],
      written,
      ...rest
    } = record;
    const origin = { uri: this.#fileUri(index), span: { start: spanStart, end: spanEnd }, line };
    return { ...rest, origin, written: new Map(written) };
  }
}

function termsOf(parts: Parts, concepts: PackedConcepts, glossary: string): TermList {
  const texts = textList('terms', parts);
  const owners = numberPart('termOwners', parts);
  return {
    count: texts.count,
    text: (number) => texts.at(number),
    owner: (number) => owners[number],
    sense(number) {
      const owner = owners[number] ?? concepts.size;
      // The terms of a concept lie together: the first is as many places ahead as this one has neighbours there.
      let first = number;
      while (first > 0 && owners[first - 1] === owner) first--;
      const concept = concepts.at(owner);
      const term = concept?.terms[number - first];
      return concept === undefined || term === undefined ? undefined : { concept, term, glossary };
    },
  };
}

function indexOf(parts: Parts): Parts | undefined {
  const index = [...parts].filter(([name]) => name.startsWith(INDEX_PREFIX));
  return index.length === 0 ? undefined : new Map(index.map(([name, part]) => [name.slice(INDEX_PREFIX.length), part]));
}

/** Find the place of a key in a list that is in order; the number of keys where it is not there. */
function placeOf(key: string, keys: TextList): number {
  let low = 0;
  let high = keys.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys.at(middle) < key) low = middle + 1;
    else high = middle;
  }
  return low < keys.count && keys.at(low) === key ? low : keys.count;
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { nativeFormat } from '../../server/src/formats/native';
import { createTerminology, type Terminology } from '../../server/src/terminology/terminology';
import { stemmedTerms } from './stemmedTerms';

const folder = path.join(import.meta.dirname, '../../glossary');

/** Read the glossary that comes with Glossary Lens from its sources. */
export function readShippedGlossary(): Terminology {
  const glossaries = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      return nativeFormat.read({ uri: name, text, defaultName: name }).glossary;
    });
  return createTerminology(
    glossaries.filter((glossary) => glossary !== undefined),
    stemmedTerms,
  );
}

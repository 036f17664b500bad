import { gzipSync } from 'fflate';
import { createTar } from 'nanotar';
import { type BundledGlossary, commonFiles, type Identity, jsonFile } from './bundled';

/** Make the archive of a package for npm that holds glossaries and no code. The same input gives the same bytes. */
export function npmPackage(identity: Identity, glossaries: readonly BundledGlossary[]): Uint8Array {
  const files = [jsonFile('package.json', manifestOf(identity, glossaries)), ...commonFiles(identity, glossaries)];
  const tar = createTar(
    files.map(({ path, bytes }) => ({ name: `package/${path}`, data: bytes })),
    { attrs: { mode: '644', uid: 0, gid: 0, mtime: 0 } },
  );
  return gzipSync(tar, { level: 9, mtime: 0 });
}

function manifestOf(
  { name, version, description, license, repository }: Identity,
  glossaries: readonly BundledGlossary[],
) {
  return {
    name,
    version,
    description,
    ...(license === undefined ? {} : { license }),
    ...(repository === undefined ? {} : { repository: { type: 'git', url: repository } }),
    keywords: ['glossary', 'glossary-lens'],
    glossaryLens: { glossaries: glossaries.map(({ path }) => `./${path}`) },
  };
}

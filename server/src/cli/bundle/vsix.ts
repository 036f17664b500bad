import { type Zippable, zipSync } from 'fflate';
import {
  type BundledGlossary,
  commonFiles,
  type ExtensionIdentity,
  jsonFile,
  LICENSE_FILE,
  type PackageFile,
  textFile,
} from './bundled';
import { contentTypes, vsixManifest } from './vsixManifest';

/** Make an extension for VS Code that holds glossaries and no code. The same input gives the same bytes. */
export function vsix(identity: ExtensionIdentity, glossaries: readonly BundledGlossary[]): Uint8Array {
  const { icon, licenseText } = identity;
  const files: readonly PackageFile[] = [
    jsonFile('package.json', manifestOf(identity, glossaries)),
    ...commonFiles(identity, glossaries),
    ...(icon === undefined ? [] : [{ path: ICON, bytes: icon }]),
  ];
  const parts: readonly PackageFile[] = [
    textFile(
      'extension.vsixmanifest',
      vsixManifest(identity, {
        engine: ENGINE,
        keywords: KEYWORDS,
        categories: CATEGORIES,
        dependencies: dependenciesOf(identity),
        readme: 'extension/README.md',
        license: licenseText === undefined ? undefined : `extension/${LICENSE_FILE}`,
        icon: icon === undefined ? undefined : `extension/${ICON}`,
      }),
    ),
    textFile('[Content_Types].xml', contentTypes()),
    ...files.map(({ path, bytes }) => ({ path: `extension/${path}`, bytes })),
  ];
  const zippable: Zippable = Object.fromEntries(parts.map(({ path, bytes }) => [path, bytes]));
  return zipSync(zippable, { level: 9, mtime: new Date(1980, 0, 1), os: 3, attrs: REGULAR_FILE });
}

/** The oldest VS Code that Glossary Lens runs in. */
const ENGINE = '^1.101.0';
const KEYWORDS = ['glossary', 'glossary-lens', 'terminology'];
const CATEGORIES = ['Other'];
const GLOSSARY_LENS = 'glossary-lens.glossary-lens';
const ICON = 'icon.png';
/** Mode 644 of a regular file, where a ZIP file keeps it. VS Code writes into the unpacked manifest. */
const REGULAR_FILE = 0o100644 << 16;

function dependenciesOf({ bringsGlossaryLens }: ExtensionIdentity): readonly string[] {
  return bringsGlossaryLens ? [GLOSSARY_LENS] : [];
}

function manifestOf(identity: ExtensionIdentity, glossaries: readonly BundledGlossary[]) {
  const { name, displayName, description, version, publisher, license, repository, icon } = identity;
  const dependencies = dependenciesOf(identity);
  return {
    name,
    displayName,
    description,
    version,
    publisher,
    ...(license === undefined ? {} : { license }),
    ...(repository === undefined ? {} : { repository: { type: 'git', url: repository } }),
    ...(icon === undefined ? {} : { icon: ICON }),
    engines: { vscode: ENGINE },
    categories: CATEGORIES,
    keywords: KEYWORDS,
    ...(dependencies.length === 0 ? {} : { extensionDependencies: dependencies }),
    contributes: {
      glossaryLens: { glossaries: glossaries.map(({ path, name: title }) => ({ path: `./${path}`, name: title })) },
    },
  };
}

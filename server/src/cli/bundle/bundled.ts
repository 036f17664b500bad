/** A file of a package. */
export interface PackageFile {
  /** Relative to the package, with `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A glossary as it goes into a package. */
export interface BundledGlossary {
  /** Relative to the package: `glossaries/acme.json`. */
  readonly path: string;
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  readonly concepts: number;
  /** In our own format, as JSON. */
  readonly text: string;
}

/** What a package is called, and what else its makers say of it. */
export interface Identity {
  /** `acme-glossary`, or with a scope `@acme/glossary` for npm. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  /** `1.2.3`. */
  readonly version: string;
  /** As SPDX says it, or `SEE LICENSE IN LICENSE.txt`. */
  readonly license: string | undefined;
  readonly licenseText: string | undefined;
  /** Markdown. */
  readonly readme: string;
  /** An address that begins with `https:`. */
  readonly repository: string | undefined;
}

/** A package for editors has a publisher and may have a picture. */
export interface ExtensionIdentity extends Identity {
  readonly publisher: string;
  /** A PNG file. */
  readonly icon: Uint8Array | undefined;
  /** Editors install Glossary Lens with it. */
  readonly bringsGlossaryLens: boolean;
}

/** Write a record as the JSON text of a file. */
export function jsonFile(path: string, value: object): PackageFile {
  return textFile(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

/** Make a file of a text. */
export function textFile(path: string, text: string): PackageFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** List the files that every package has beside its manifest: the glossaries, and what people read. */
export function commonFiles(
  { readme, licenseText }: Identity,
  glossaries: readonly BundledGlossary[],
): readonly PackageFile[] {
  return [
    textFile('README.md', readme),
    ...(licenseText === undefined ? [] : [textFile(LICENSE_FILE, licenseText)]),
    ...glossaries.map(({ path, text }) => textFile(path, text)),
  ];
}

/** The file of a licence. */
export const LICENSE_FILE = 'LICENSE.txt';

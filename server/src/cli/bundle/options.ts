/** What to make a package of, as the command says it. Files are named as they were given. */
export interface BundleOptions {
  readonly kind: 'vsix' | 'npm';
  /** The working directory. */
  readonly folder: string;
  /** Glossary files and folders. */
  readonly paths: readonly string[];
  readonly name: string;
  readonly publisher: string | undefined;
  readonly displayName: string | undefined;
  readonly description: string | undefined;
  readonly version: string;
  readonly license: string | undefined;
  readonly licenseFile: string | undefined;
  readonly readme: string | undefined;
  readonly icon: string | undefined;
  readonly repository: string | undefined;
  readonly bringsGlossaryLens: boolean;
  readonly output: string | undefined;
}

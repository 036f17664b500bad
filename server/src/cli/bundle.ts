import { type Command, Option } from 'commander';
import { endWith } from './import';

interface BundleFlags {
  readonly vsix?: true;
  readonly npm?: true;
  readonly name: string;
  readonly publisher?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly packageVersion: string;
  readonly license?: string;
  readonly licenseFile?: string;
  readonly readme?: string;
  readonly icon?: string;
  readonly repository?: string;
  readonly withGlossaryLens?: true;
  readonly output?: string;
}

/** Add `bundle`: glossaries as a package that editors or npm install. */
export function addBundle(program: Command): void {
  program
    .command('bundle')
    .description('Make a package of glossaries that every colleague can install.')
    .argument('<paths...>', 'glossary files and folders of any format that is read')
    .optionsGroup('What is made:')
    .addOption(new Option('--vsix', 'an extension for VS Code and its relatives').conflicts('npm'))
    .addOption(new Option('--npm', 'a package for npm, to be named as npm:<name> in glossary-lens.yaml'))
    .option('-o, --output <file>', 'where to write it (default: name and version, in this folder)')
    .optionsGroup('What it is called:')
    .requiredOption('--name <name>', 'acme-glossary, or @acme/glossary for npm')
    .option('--publisher <name>', 'the name that a gallery knows you by; an extension needs one')
    .option('--display-name <name>', 'what people read (default: the name of the first glossary)')
    .option('--description <text>', 'a sentence about it')
    .option('--package-version <version>', 'three numbers', '1.0.0')
    .optionsGroup('What comes with it:')
    .option('--license <id>', 'an SPDX licence, such as CC-BY-4.0')
    .option('--license-file <file>', 'the text of a licence')
    .option('--readme <file>', 'its page, in Markdown (default: a list of the glossaries)')
    .option('--icon <file>', 'a PNG file of 128 × 128 pixels or more, for an extension')
    .option('--repository <url>', 'where the glossary is kept')
    .option('--with-glossary-lens', 'let editors install Glossary Lens with the extension')
    .optionsGroup('Help:')
    .showHelpAfterError('Run `glossary-lens bundle --help` to see how it is used.')
    .addHelpText('after', MORE)
    .action(async (paths: readonly string[], flags: BundleFlags, command: Command) => {
      const { vsix, npm, packageVersion, withGlossaryLens, output, ...named } = flags;
      if (vsix === undefined && npm === undefined) command.error('error: say --vsix or --npm', { exitCode: 2 });
      const { runBundle } = await import('./bundle/run');
      const outcome = await runBundle({
        kind: vsix === true ? 'vsix' : 'npm',
        folder: process.cwd(),
        paths,
        name: named.name,
        publisher: named.publisher,
        displayName: named.displayName,
        description: named.description,
        version: packageVersion,
        license: named.license,
        licenseFile: named.licenseFile,
        readme: named.readme,
        icon: named.icon,
        repository: named.repository,
        bringsGlossaryLens: withGlossaryLens === true,
        output,
      });
      await endWith(outcome, command);
    });
}

const MORE = `
Examples:
  glossary-lens bundle --vsix --publisher acme --name acme-glossary glossary.yaml
  glossary-lens bundle --npm --name @acme/glossary terms/ -o acme-glossary.tgz
  code --install-extension acme-glossary-1.0.0.vsix
  npm publish acme-glossary.tgz

The package holds the glossaries and no code. The same input gives the same bytes.

Exit codes:
  0  the package was made
  1  a glossary has errors, or holds no concepts: nothing was made
  2  the command cannot be carried out, or some file could not be read
  3  a failure of Glossary Lens itself`;

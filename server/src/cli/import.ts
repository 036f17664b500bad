import { type Command, InvalidArgumentError } from 'commander';

interface ImportFlags {
  readonly from?: string;
  readonly map?: ReadonlyMap<string, string>;
  readonly language?: string;
  readonly name?: string;
  readonly output?: string;
  readonly merge?: true;
  readonly force?: true;
}

/** Add `import`: glossaries in any format as one of ours. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('Write glossaries of other formats as one of ours.')
    .argument('<paths...>', 'files and folders; a folder is searched for glossaries')
    .option('--from <format>', 'the format to read; each file tells where nothing is said')
    .option('--map <column=field>', 'what a column of a table stands for; may be given several times', readColumn)
    .option('--language <tag>', 'the language of files that do not tell, and the one to take of several', readLanguage)
    .option('--name <name>', 'what to call the glossary')
    .option('-o, --output <file>', 'where to write it, in YAML or JSON by the extension (default: standard output)')
    .option('--merge', 'add to the file what is new, change what is other, and leave all else as it is')
    .option('--force', 'write over a file that is there')
    .showHelpAfterError('Run `glossary-lens import --help` to see how it is used.')
    .addHelpText('after', MORE)
    .action(async (paths: readonly string[], flags: ImportFlags, command: Command) => {
      const { runImport } = await import('./glossaries');
      const outcome = await runImport({
        paths,
        folder: process.cwd(),
        from: flags.from,
        reading: readOptions(flags),
        name: flags.name,
        output: flags.output,
        isMerging: flags.merge === true,
        isForced: flags.force === true,
      });
      await endWith(outcome, command);
    });
}

/** Make of options how files are read. */
export function readOptions({ language, map }: Pick<ImportFlags, 'language' | 'map'>) {
  return { ...(language === undefined ? {} : { language }), ...(map === undefined ? {} : { columns: map }) };
}

/** Read `Column=field`; the last `=` parts them. */
export function readColumn(
  text: string,
  columns: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new InvalidArgumentError('It must be the name of a column, = and a field, such as Notes=description.');
  }
  return new Map([...columns, [text.slice(0, at).trim(), text.slice(at + 1).trim()]]);
}

/** Read a language tag. */
export function readLanguage(text: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    if (tag !== undefined) return tag;
  } catch {
    // The message below says it.
  }
  throw new InvalidArgumentError('It must be a language tag (BCP 47), such as en or pt-BR.');
}

/** End a command with its exit code, or say why it cannot be carried out. */
export async function endWith(outcome: number | string, command: Command): Promise<void> {
  if (typeof outcome === 'number') {
    process.exitCode = outcome;
    return;
  }
  const { inertMessage } = await import('./formats/inertText');
  command.error(`error: ${inertMessage(outcome)}`, { exitCode: 2 });
}

const MORE = `
Examples:
  glossary-lens import terms.tbx                           look at what becomes of it
  glossary-lens import terms.tbx --language de -o glossary.yaml
  glossary-lens import terms.csv --map Notes=description -o glossary.yaml
  glossary-lens import terms.tbx -o glossary.yaml --merge  bring in what changed

What was found, what is wrong with it and what is left out goes to standard error. A file that is there is only written over
with --force.

Exit codes:
  0  done
  1  no concept was found
  2  the command cannot be carried out, or some file could not be read or written
  3  a failure of Glossary Lens itself`;

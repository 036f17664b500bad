import type { Argument, Command, Option } from 'commander';

/** What may be typed, as shells complete it: the subcommands of a program with their options and operands. */
export interface CommandLine {
  readonly name: string;
  readonly options: readonly CompletedOption[];
  readonly commands: readonly CompletedCommand[];
}

export interface CompletedCommand {
  readonly name: string;
  /** On one line. */
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** What stands behind the name, besides options. */
  readonly operands: Values;
}

export interface CompletedOption {
  /** What it may be called, with its dashes, the long name first: `--output`, `-o`. */
  readonly flags: readonly string[];
  /** On one line. */
  readonly description: string;
  /** Undefined where it takes no value. */
  readonly value: Values | undefined;
}

/** What may stand in a place: one of some words, the name of a file, or what nobody can tell. */
export type Values =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' }
  | { readonly kind: 'unknown' };

/** Words for placeholders, by what the help calls them: `check` for `<check>`. */
export type PlaceholderWords = ReadonlyMap<string, readonly string[]>;

/** Read what may be typed from the program itself, so that nobody has to write it down again. */
export function commandLineOf(program: Command, placeholders: PlaceholderWords): CommandLine {
  return {
    name: program.name(),
    options: optionsOf(program, placeholders),
    commands: program.commands.map((command) => ({
      name: command.name(),
      description: summaryOf(command),
      options: optionsOf(command, placeholders),
      operands: operandsOf(command.registeredArguments, placeholders),
    })),
  };
}

function optionsOf(command: Command, placeholders: PlaceholderWords): readonly CompletedOption[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option) => ({
      flags: [option.long, option.short].filter((flag) => typeof flag === 'string'),
      description: firstLine(option.description),
      value: valuesOf(option, placeholders),
    }));
}

function valuesOf(option: Option, placeholders: PlaceholderWords): Values | undefined {
  if (!option.required && !option.optional) return undefined;
  if (option.argChoices !== undefined) return { kind: 'words', words: option.argChoices };
  const values = valuesNamed(/[<[]([^\]>]+)[\]>]/.exec(option.flags)?.[1] ?? '', placeholders);
  // What follows an option whose value may be missing is more likely an operand, where nobody can tell.
  return option.optional && values.kind === 'unknown' ? undefined : values;
}

function operandsOf([argument]: readonly Argument[], placeholders: PlaceholderWords): Values {
  if (argument === undefined) return { kind: 'unknown' };
  if (argument.argChoices !== undefined) return { kind: 'words', words: argument.argChoices };
  return valuesNamed(argument.name(), placeholders);
}

function valuesNamed(placeholder: string, placeholders: PlaceholderWords): Values {
  const name = placeholder.toLowerCase().replace(/\.+$/, '');
  const words = placeholders.get(name);
  if (words !== undefined) return { kind: 'words', words };
  return { kind: FILE_NAMES.has(name) ? 'files' : 'unknown' };
}

/** What the help calls the names of files and folders. */
const FILE_NAMES = new Set(['file', 'files', 'folder', 'folders', 'path', 'paths']);

/** A description may have paragraphs; the first sentence says what a command does. */
function summaryOf(command: Command): string {
  return firstLine(command.summary() || command.description());
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

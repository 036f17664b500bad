import type { CommandLine, CompletedOption, Values } from './commandLine';

/** Write what Fish runs to complete a command line. */
export function fishScript({ name, options, commands }: CommandLine): string {
  const complete = `complete -c ${name}`;
  const lines = [
    `# ${name} in Fish. Save it: ${name} completion fish > ~/.config/fish/completions/${name}.fish`,
    `${complete} -f`,
    ...options.map((option) => `${complete} -n __fish_use_subcommand ${optionOf(option)}`),
  ];
  for (const command of commands) {
    const within = `${complete} -n ${quote(`__fish_seen_subcommand_from ${command.name}`)}`;
    lines.push(
      `${complete} -n __fish_use_subcommand -a ${quote(command.name)} -d ${quote(command.description)}`,
      ...command.options.map((option) => `${within} ${optionOf(option)}`),
    );
    if (command.operands.kind === 'files') lines.push(`${within} -F`);
    if (command.operands.kind === 'words') lines.push(`${within} ${wordsOf(command.operands)}`);
  }
  return `${lines.join('\n')}\n`;
}

function optionOf({ flags, description, value }: CompletedOption): string {
  const named = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  return [...named, ...requirementOf(value), `-d ${quote(description)}`].join(' ');
}

function requirementOf(value: Values | undefined): readonly string[] {
  switch (value?.kind) {
    case undefined:
      return [];
    case 'files':
      return ['-r -F'];
    case 'words':
      return [`-x ${wordsOf(value)}`];
    case 'unknown':
      return ['-x'];
  }
}

function wordsOf({ words }: Extract<Values, { readonly kind: 'words' }>): string {
  return `-a ${quote(words.join(' '))}`;
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

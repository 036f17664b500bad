import type { CommandLine, CompletedCommand, CompletedOption, Values } from './commandLine';
import { quoted } from './quoted';

/** Write what Zsh runs to complete a command line: to be sourced, or as a file `_…` in a folder of `fpath`. */
export function zshScript({ name, options, commands }: CommandLine): string {
  const described = commands.map((command) => `    ${quoted(`${command.name}:${command.description}`)}`);
  return `#compdef ${name}
# ${name} in Zsh. Load it in ~/.zshrc behind compinit: source <(${name} completion zsh)
_${name}() {
  local curcontext=$curcontext state line
  local -A opt_args
  local -a commands=(
${described.join('\n')}
  )
  _arguments -C ${options.map(specificationOf).join(' ')} '1: :->command' '*:: :->operands'
  case $state in
    command) _describe -t commands command commands ;;
    operands)
      case $words[1] in
${commands.map(caseOf).join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _${name} ]]; then
  _${name} "$@"
else
  compdef _${name} ${name}
fi
`;
}

function caseOf({ name, options, operands }: CompletedCommand): string {
  const specifications = [...options.map(specificationOf), quoted(`*:${actionOf(operands)}`)];
  return `        ${name}) _arguments ${specifications.join(' ')} ;;`;
}

function specificationOf({ flags, description, value }: CompletedOption): string {
  const explained = `[${description.replace(/[\\[\]:]/g, '\\$&')}]`;
  if (value === undefined) return flags.map((flag) => quoted(flag + explained)).join(' ');
  // An option with a value may be given again; `=` and `+` let the value stand right behind it.
  const written = flags.map((flag) => `*${flag}${flag.startsWith('--') ? '=' : '+'}${explained}:${actionOf(value)}`);
  return written.map(quoted).join(' ');
}

function actionOf(values: Values): string {
  switch (values.kind) {
    case 'files':
      return 'file:_files';
    case 'words':
      return `value:(${values.words.map((word) => word.replace(/[\\\s()'":]/g, '\\$&')).join(' ')})`;
    case 'unknown':
      return 'value: ';
  }
}

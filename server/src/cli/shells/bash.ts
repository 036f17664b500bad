import type { CommandLine, CompletedOption, Values } from './commandLine';
import { quoted } from './quoted';

/** Write what Bash 3.2 or newer runs to complete a command line. */
export function bashScript({ name, options, commands }: CommandLine): string {
  const identifier = `_${name.replaceAll('-', '_')}`;
  const ofProgram = { name: '', options, operands: words(commands.map((command) => command.name)) };
  const all = [ofProgram, ...commands];
  const values = all.flatMap((command) =>
    command.options.flatMap((option) =>
      option.value === undefined ? [] : [caseOf(command.name, option, option.value)],
    ),
  );
  const operands = all.map((command) => {
    const flags = command.options.flatMap((option) => option.flags);
    return `    ${quoted(command.name)}) options=${quoted(flags.join(' '))} ${assignment(command.operands)} ;;`;
  });
  return `# ${name} in Bash. Load it in ~/.bashrc: source <(${name} completion bash)
${identifier}() {
  local words=() word glue='' command='' option='' current value options='' candidates='' files='' cut='' index
  # Bash takes words apart at "=": they are put together again.
  for ((index = 0; index <= COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    if [[ ($word == = || -n $glue) && \${#words[@]} -gt 1 ]]; then
      words[\${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    [[ $word == = ]] && glue=yes || glue=''
  done
  current=\${words[\${#words[@]}-1]}
  value=$current
  for ((index = 1; index < \${#words[@]} - 1; index++)); do
    [[ -z $command && \${words[index]} != -* ]] && command=\${words[index]}
  done
  if [[ $current == --*=* ]]; then
    option=\${current%%=*}
    value=\${current#*=}
  elif ((\${#words[@]} > 2)); then
    option=\${words[\${#words[@]}-2]}
  fi
  case "$command $option" in
${values.join('\n')}
    *)
      value=$current
      case $command in
${operands.map((line) => `    ${line}`).join('\n')}
      esac
      [[ $current == -* ]] && candidates=$options files=''
      ;;
  esac
  COMPREPLY=()
  # Where nothing is offered Bash completes the names of files; elsewhere they would be wrong.
  [[ -n $files ]] && return
  compopt +o default 2>/dev/null
  # What is offered takes the place of what stands behind the last "=".
  [[ $current == *=* && $COMP_WORDBREAKS == *=* ]] && cut=\${current%=*}=
  for word in $candidates; do
    [[ $word == "$value"* ]] || continue
    word=\${current%"$value"}$word
    COMPREPLY+=("\${word#"$cut"}")
  done
}
complete -o default -F ${identifier} ${name}
`;
}

function caseOf(command: string, { flags }: CompletedOption, value: Values): string {
  return `    ${flags.map((flag) => quoted(`${command} ${flag}`)).join(' | ')}) ${assignment(value)} ;;`;
}

function assignment(values: Values): string {
  if (values.kind === 'files') return 'files=yes';
  return `candidates=${quoted(values.kind === 'words' ? values.words.join(' ') : '')}`;
}

function words(list: readonly string[]): Values {
  return { kind: 'words', words: list };
}

import type { CommandLine, CompletedOption, Values } from './commandLine';

/** Write what PowerShell 5.1 or newer runs to complete a command line. */
export function powershellScript({ name, options, commands }: CommandLine): string {
  const ofProgram = { name: '', options, operands: { kind: 'words', words: commands.map(nameOf) } as const };
  const all = [ofProgram, ...commands];
  const values = all.flatMap((command) => command.options.flatMap((option) => valueLines(command.name, option)));
  const flags = all.map(
    (command) => `    ${quote(command.name)} = ${list(command.options.flatMap((option) => option.flags))}`,
  );
  const operands = all.map((command) => `    ${quote(command.name)} = ${candidatesOf(command.operands)}`);
  return `# ${name} in PowerShell. Load it in $PROFILE: ${name} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${quote(name)} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $flags = @{
${flags.join('\n')}
  }
  $operands = @{
${operands.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
      Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $command = [string]($before | Where-Object { -not $_.StartsWith('-') } | Select-Object -First 1)
  $prefix = ''
  $word = $wordToComplete
  if ($word -match '^(--[^=]+=)(.*)$') {
    $prefix = $Matches[1]
    $word = $Matches[2]
    $option = $prefix.TrimEnd('=')
  } else {
    $option = [string]($before | Select-Object -Last 1)
  }
  if ($values.ContainsKey("$command $option")) { $candidates = $values["$command $option"] }
  elseif ($word.StartsWith('-')) { $candidates = $flags[$command] }
  else { $candidates = $operands[$command] }
  # Where a completer says nothing PowerShell completes the names of files; an empty word keeps it from that.
  if ($null -eq $candidates) { return }
  $matching = @($candidates | Where-Object { $_.StartsWith($word) })
  if ($matching.Count -eq 0) { return '' }
  $matching | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new("$prefix$_", $_, 'ParameterValue', $_)
  }
}
`;
}

function valueLines(command: string, { flags, value }: CompletedOption): readonly string[] {
  if (value === undefined) return [];
  return flags.map((flag) => `    ${quote(`${command} ${flag}`)} = ${candidatesOf(value)}`);
}

function candidatesOf(values: Values): string {
  return values.kind === 'files' ? '$null' : list(values.kind === 'words' ? values.words : []);
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function list(words: readonly string[]): string {
  return `@(${words.map(quote).join(', ')})`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

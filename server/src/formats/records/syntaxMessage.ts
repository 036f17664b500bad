import type { ErrorCode } from 'yaml';

/** Say in plain words what the YAML parser found wrong, and what helps. */
export function syntaxMessage(code: ErrorCode, original: string): string {
  const rule = rules.find(([beginning]) => original.startsWith(beginning));
  return rule?.[1] ?? explanations[code] ?? `This is not valid YAML: ${shortened(original)}`;
}

const explanations: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'An alias `*name` stands alone; text that begins with `*` goes in quotes',
  BAD_DQ_ESCAPE: 'This escape is unknown in double quotes: write `\\\\` for a backslash, or use single quotes',
  BAD_INDENT:
    'The indentation is wrong here: what belongs together starts in the same column, what is inside further right',
  BAD_SCALAR_START: 'Plain text cannot begin with this character: put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'A colon with a space behind it begins a field; put text that contains one in quotes',
  BLOCK_IN_FLOW: 'Inside brackets, a list is written `[a, b]` and a record `{ name: value }`',
  KEY_OVER_1024_CHARS: 'The name of a field is longer than 1,024 characters: a quote or a line break is missing before',
  MULTILINE_IMPLICIT_KEY: 'A field is `name: value` on one line: here a colon, a quote or some indentation is missing',
  MULTIPLE_ANCHORS: 'A value has one anchor `&name`; text that begins with `&` goes in quotes',
  MULTIPLE_TAGS: 'A value has one tag `!name`; text that begins with `!` goes in quotes',
  TAB_AS_INDENT: 'YAML is indented with spaces: replace the tab',
};

/** By the beginnings of the library's messages, where one code covers several faults. */
const rules: readonly (readonly [beginning: string, message: string])[] = [
  ['Missing closing', 'The closing quote is missing'],
  ['Missing , or :', 'A comma or a colon is missing here'],
  ['Missing ,', 'A comma is missing between two values'],
  ['Missing space after :', 'A space is missing behind the colon'],
  ['Flow sequence must end', 'The closing bracket `]` of a list is missing'],
  ['Flow sequence in block', 'The closing bracket `]` of a list is missing, or the list starts too far left'],
  ['Flow map must end', 'The closing brace `}` is missing'],
  ['Flow map in block', 'The closing brace `}` is missing, or the record starts too far left'],
  ['Implicit map keys need', 'A colon is missing: a field is `name: value`'],
  ['Sequence item without', 'A hyphen is missing: each value of a list begins with `- `'],
  ['Comments must be separated', 'A space is missing before `#`; text that contains one goes in quotes'],
  ['Unexpected block-seq-ind', 'A list begins on the line below the name of its field'],
  ['Unexpected flow-seq-end', 'The opening bracket of this `]` is missing'],
  ['Unexpected flow-map-end', 'The opening brace of this `}` is missing'],
  ['Unexpected empty item', 'A value is missing before this comma'],
  ['Unexpected , in', 'A value is missing before this comma'],
  ['Unexpected scalar', 'Text follows a value that has ended: put the whole value in quotes'],
  ['Unexpected double-quoted-scalar', 'Text follows a value that has ended: put the whole value in quotes'],
  ['Unexpected single-quoted-scalar', 'Text follows a value that has ended: put the whole value in quotes'],
];

/** Messages may repeat any amount of the source text. */
function shortened(message: string): string {
  const visible = message.slice(0, LONGEST_MESSAGE).replace(/\p{C}/gu, ' ');
  return message.length > LONGEST_MESSAGE ? `${visible}…` : visible;
}

const LONGEST_MESSAGE = 120;

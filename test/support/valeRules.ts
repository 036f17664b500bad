import { parse } from 'yaml';

/** A rule of Vale, as far as its documentation tells of it. */
export type ValeRule =
  | { readonly extends: 'substitution'; readonly ignorecase?: boolean; readonly swap: Readonly<Record<string, string>> }
  | { readonly extends: 'existence'; readonly ignorecase?: boolean; readonly tokens: readonly string[] }
  | {
      readonly extends: 'conditional';
      readonly first: string;
      readonly second: string;
      readonly exceptions?: readonly string[];
    }
  | {
      readonly extends: 'consistency';
      readonly ignorecase?: boolean;
      readonly either: Readonly<Record<string, string>>;
    }
  | { readonly extends: 'capitalization'; readonly match: '$sentence'; readonly exceptions?: readonly string[] };

/** The fields that the documentation of Vale lists: those of all rules, and those of each kind. */
export const valeFields: Readonly<Record<'all' | ValeRule['extends'], readonly string[]>> = {
  all: ['extends', 'message', 'level', 'scope', 'link', 'description', 'action', 'limit', 'matchcase'],
  substitution: ['ignorecase', 'nonword', 'swap', 'exceptions', 'vocab', 'capitalize'],
  existence: ['append', 'ignorecase', 'nonword', 'raw', 'tokens', 'exceptions', 'vocab'],
  conditional: ['ignorecase', 'first', 'second', 'exceptions', 'vocab'],
  consistency: ['nonword', 'ignorecase', 'either'],
  capitalization: ['match', 'style', 'exceptions', 'indicators', 'threshold', 'prefix', 'vocab'],
};

/** Read the rule of a file of a style. */
export function readValeRule(text: string): ValeRule {
  return parse(text) as ValeRule;
}

/** Read a list of words of a vocabulary as the rule that Vale makes of it. */
export function readVocabulary(file: string, text: string): ValeRule {
  const words = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return file === 'reject.txt'
    ? { extends: 'existence', ignorecase: false, tokens: words }
    : {
        extends: 'substitution',
        ignorecase: true,
        swap: Object.fromEntries(words.map((word) => [word.toLowerCase(), word])),
      };
}

/** Tell whether a rule finds something in a text without markup, as the documentation of Vale says. */
export function valeFinds(rule: ValeRule, text: string): boolean {
  switch (rule.extends) {
    case 'existence':
      return rule.tokens.some((token) => matchesOf(token, text, rule.ignorecase).length > 0);
    case 'substitution':
      return Object.entries(rule.swap).some(([observed, expected]) =>
        matchesOf(observed, text, rule.ignorecase).some((written) => written !== expected),
      );
    case 'conditional': {
      const defined = new Set([...text.matchAll(new RegExp(rule.second, 'g'))].map((match) => match[1]));
      const exceptions = new Set(rule.exceptions);
      return [...text.matchAll(new RegExp(rule.first, 'g'))].some(
        ([, word = '']) => !defined.has(word) && !exceptions.has(word),
      );
    }
    case 'consistency':
      return Object.entries(rule.either).some((pair) =>
        pair.every((option) => matchesOf(option, text, rule.ignorecase).length > 0),
      );
    case 'capitalization':
      return text !== sentenceCase(text, rule.exceptions ?? []);
  }
}

function matchesOf(pattern: string, text: string, ignoresCase = false): readonly string[] {
  return [...text.matchAll(new RegExp(`\\b(?:${pattern})\\b`, ignoresCase ? 'gi' : 'g'))].map(([match]) => match);
}

function sentenceCase(text: string, exceptions: readonly string[]): string {
  const words = text.split(' ').map((word, place) => {
    const exception = exceptions.find((name) => name.toLowerCase() === word.toLowerCase());
    if (exception !== undefined) return exception;
    return place === 0 ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase() : word.toLowerCase();
  });
  return words.join(' ');
}

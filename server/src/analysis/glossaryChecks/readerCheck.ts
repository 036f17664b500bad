import type { GlossaryProblem, ProblemCode } from '../../formats/format';
import type { CheckTraits } from '../checks/check';
import type { Draft, Fix } from '../finding';
import type { GlossaryCheck } from './glossaryCheck';

/** Make a check of what the reader of a format finds on its way: a kind of problem that people may want to weigh otherwise. */
export function readerCheck(traits: CheckTraits & { readonly name: ProblemCode }): GlossaryCheck {
  return {
    ...traits,
    find: ({ problems }) => problems.filter(({ code }) => code === traits.name).map(draftOf),
  };
}

/** Say what the reader found as checks say it. */
export function draftOf({ span, message, related = [], replacement }: GlossaryProblem): Draft {
  if (replacement === undefined) return { span, message, related };
  const { text, isSafe } = replacement;
  const name = text.replace(/^["']|["']$/g, '');
  const fix: Fix = { title: `Replace with "${name}"`, edits: [{ span, text }], isSafe };
  return { span, message, related, fixes: [fix] };
}

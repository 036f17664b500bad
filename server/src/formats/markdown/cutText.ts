import type { Span } from '../../text/span';
import { type GlossaryLimits, limitMessage } from '../limits';
import type { Problems } from '../problems';

/** Cut a text that is too long where a paragraph ends, and tell it at `span`. */
export function cutText(text: string, span: Span, { textLength }: GlossaryLimits, problems: Problems): string {
  if (text.length <= textLength) return text;
  const message = () =>
    limitMessage('This text has too many characters', text.length, textLength, 'the rest is left out');
  problems.report('too-long', { start: span.start, end: Math.min(span.end, span.start + textLength) }, message);
  const kept = text.slice(0, textLength);
  const end = kept.lastIndexOf('\n\n');
  return (end > 0 ? kept.slice(0, end) : kept.replace(/[\uD800-\uDBFF]$/, '')).trimEnd();
}

import { mentionsIn } from '../../server/src/analysis/abbreviations';
import type { CheckedDocument, DocumentMention, TermUse } from '../../server/src/analysis/checkedDocument';
import { findOccurrences } from '../../server/src/analysis/occurrences';
import type { Policy } from '../../server/src/analysis/policy';
import { regionsOf } from '../../server/src/languages/document';
import type { Language } from '../../server/src/languages/language';
import type { Terminology } from '../../server/src/terminology/terminology';
import { SourceReader } from '../../server/src/text/source';

const R = new SourceReader();
const KINDS = new Set(['prose', 'heading', 'quotation', 'comment']);
export const EMPTY_POLICY: Policy = {
  severities: new Map(),
  acceptedAbbreviations: new Set(),
  audience: undefined,
  checksQuotations: false,
  checksShipped: false,
  languages: [],
};

export function checkedDocumentOf(
  text: string,
  language: Language,
  terminology: Terminology,
  policy: Policy = EMPTY_POLICY,
): CheckedDocument {
  const mentions: DocumentMention[] = [];
  for (const { kind, spans } of regionsOf(text, language, R)) {
    if (!KINDS.has(kind) || (kind === 'quotation' && !policy.checksQuotations)) continue;
    let joined = '';
    const map: number[] = [];
    for (const { start, end } of spans) {
      if (start === end) {
        joined += ' ';
        map.push(start);
      }
      for (let at = start; at < end; at++) {
        joined += text[at];
        map.push(at);
      }
    }
    const src = ({ start, end }: { start: number; end: number }) => ({
      start: map[start] ?? 0,
      end: (map[end - 1] ?? 0) + 1,
    });
    for (const m of mentionsIn(joined)) {
      const e = m.expansion;
      mentions.push({
        ...m,
        span: src(m.span),
        region: kind,
        ...(e && { expansion: { text: e.text, span: src(e.span), whole: src(e.whole) } }),
      });
    }
  }
  const uses: TermUse[] = [];
  return { language, text, terminology, policy, uses, mentions };
}
export { findOccurrences };

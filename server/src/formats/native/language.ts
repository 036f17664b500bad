import { quoted } from '../../text/quotation';
import { type Field, type Reading, readLine } from '../records/fields';
import { canonicalTag } from '../records/languageTag';

/** The language of a glossary that does not name its own, BCP 47. */
export const DEFAULT_LANGUAGE = 'en';

/** Read the language of a glossary. */
export function readLanguage(reading: Reading, field: Field | undefined): string {
  const language = readLine(reading, field);
  if (language === undefined) return DEFAULT_LANGUAGE;
  const tag = canonicalTag(language.text);
  if (tag !== undefined) return tag;
  const message = `${quoted(language.text)} is no language tag (BCP 47) such as \`en\`, \`de\` or \`pt-BR\`; \`${DEFAULT_LANGUAGE}\` counts`;
  reading.problems.report('unknown-value', language.span, message);
  return DEFAULT_LANGUAGE;
}

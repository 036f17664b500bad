import type { CaseRule, PartOfSpeech, TermStatus } from '../../terminology/concept';
import { plainHeading } from './headings';

/** Read what a row says of the status of its term, in the words of several languages and of ISO 12620; undefined for others. */
export function readStatus(text: string): TermStatus | undefined {
  return STATUSES.get(plainHeading(text));
}

/** Read a word for yes or no; undefined for others. */
export function readAnswer(text: string): boolean | undefined {
  return ANSWERS.get(plainHeading(text));
}

/** Read how the capitals of a term bind: one of our words, or whether they do. */
export function readCaseRule(text: string): CaseRule | undefined {
  const word = plainHeading(text);
  if (word === 'auto' || word === 'exact' || word === 'fold') return word;
  const answer = readAnswer(text);
  return answer === undefined ? undefined : answer ? 'exact' : 'fold';
}

/** Read the part of speech of a term. */
export function readPartOfSpeech(text: string): PartOfSpeech | undefined {
  return PARTS_OF_SPEECH.get(plainHeading(text));
}

const STATUSES = words<TermStatus>([
  [
    'preferred',
    `preferred, preferredTerm, preferredTerm-admn-sts, recommended, standard, approved, active, published, valid, current,
    final, accepted, in use, bevorzugt, Vorzugsbenennung, freigegeben, gültig, préféré, approuvé, validé, preferente, preferido,
    aprobado, preferito, voorkeur`,
  ],
  [
    'admitted',
    `admitted, admittedTerm, admittedTerm-admn-sts, allowed, acceptable, permitted, alternative, synonym, erlaubt, zulässig,
    zugelassen, Synonym, admis, toléré, admitido, permitido, ammesso, toegestaan`,
  ],
  [
    'deprecated',
    `deprecated, deprecatedTerm, deprecatedTerm-admn-sts, superseded, supersededTerm, supersededTerm-admn-sts, forbidden,
    prohibited, banned, disallowed, not recommended, not allowed, do not use, avoid, obsolete, outdated, retired, rejected, wrong,
    legacy, veraltet, verboten, unzulässig, nicht verwenden, vermeiden, abgelehnt, gesperrt, interdit, déconseillé, obsolète,
    à éviter, prohibido, desaconsejado, obsoleto, evitar, no usar, vietato, verouderd, verboden`,
  ],
]);

const ANSWERS = words<boolean>([
  [true, 'true, yes, y, x, 1, ja, oui, sí, si'],
  [false, 'false, no, n, 0, nein, non'],
]);

const PARTS_OF_SPEECH = words<PartOfSpeech>([
  ['noun', 'noun, n, substantive, Substantiv, Nomen, nom, substantif, sustantivo, sostantivo, naamwoord, 名詞'],
  ['verb', 'verb, v, verbe, verbo, Verb, werkwoord, 動詞'],
  ['adjective', 'adjective, adj, Adjektiv, adjectif, adjetivo, aggettivo, bijvoeglijk naamwoord, 形容詞'],
  ['proper', 'proper, proper noun, proper name, name, Eigenname, nom propre, nombre propio, nome proprio, eigennaam'],
]);

function words<T>(lists: readonly (readonly [meaning: T, words: string])[]): ReadonlyMap<string, T> {
  return new Map(lists.flatMap(([meaning, list]) => list.split(',').map((word) => [plainHeading(word), meaning])));
}

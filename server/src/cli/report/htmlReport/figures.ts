import { inEnglish } from '../../formats/tally';
import { decimal } from '../numbers';
import { summaryOf } from '../summary';
import type { UsageReport } from '../usageReport';
import { type Html, html } from './html';

/** Show the figures that say the most, large. */
export function figures(report: UsageReport): Html {
  const { documents, words, uses, density, usedConcepts, ownConcepts, usedOwnConcepts, abbreviations, avoidedUses } =
    summaryOf(report);
  const inOwn =
    ownConcepts === 0
      ? 'of the shipped glossary'
      : `${inEnglish(usedOwnConcepts)} of your own ${inEnglish(ownConcepts)}`;
  return html`<dl class="figures">
${figure(inEnglish(documents), 'documents', `${inEnglish(words)} words`)}
${figure(decimal(density), 'terms in 100 words', `${inEnglish(uses)} uses in all`)}
${figure(inEnglish(usedConcepts), 'concepts used', inOwn)}
${figure(inEnglish(abbreviations), 'abbreviations', 'that nobody explains', abbreviations > 0)}
${figure(inEnglish(avoidedUses), 'uses of terms', 'that are to be avoided', avoidedUses > 0)}
</dl>`;
}

function figure(value: string, name: string, note: string, isWanting = false): Html {
  return html`<div class="${isWanting ? 'wanting' : 'good'}"><dt>${name}</dt><dd class="figure">${value}</dd><dd class="note">${note}</dd></div>`;
}

import { count, decimal } from '../numbers';
import { summaryOf } from '../summary';
import type { UsageReport } from '../usageReport';
import { type Html, html } from './html';

/** Show the figures that say the most, large. */
export function figures(report: UsageReport): Html {
  const { documents, words, uses, density, usedConcepts, ownConcepts, usedOwnConcepts, abbreviations, avoidedUses } =
    summaryOf(report);
  const inOwn =
    ownConcepts === 0 ? 'of the shipped glossary' : `${count(usedOwnConcepts)} of your own ${count(ownConcepts)}`;
  return html`<dl class="figures">
${figure(count(documents), 'documents', `${count(words)} words`)}
${figure(decimal(density), 'terms in 100 words', `${count(uses)} uses in all`)}
${figure(count(usedConcepts), 'concepts used', inOwn)}
${figure(count(abbreviations), 'abbreviations', 'that nobody explains', abbreviations > 0)}
${figure(count(avoidedUses), 'uses of terms', 'that are to be avoided', avoidedUses > 0)}
</dl>`;
}

function figure(value: string, name: string, note: string, isWanting = false): Html {
  return html`<div class="${isWanting ? 'wanting' : 'good'}"><dt>${name}</dt><dd class="figure">${value}</dd><dd class="note">${note}</dd></div>`;
}

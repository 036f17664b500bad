import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { circularDefinition } from '../../server/src/analysis/glossaryChecks/circularDefinition';
import { nativeFormat } from '../../server/src/formats/native';
import { checkedGlossary } from '../support/glossaryChecking';

const corpus = path.join(import.meta.dirname, '../../../shared/corpora/groundtruth/k8s-en/glossary.jsonl');

interface Record {
  readonly id: string;
  readonly title: string;
  readonly short_description: string;
}

describe('the glossary of Kubernetes', () => {
  before(function () {
    if (existsSync(corpus)) return;
    console.log('      skipped: ../shared/corpora/groundtruth/k8s-en is not there');
    this.skip();
  });

  it('has two definitions that say little but their own terms, and no circles', () => {
    const records: readonly Record[] = readFileSync(corpus, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const concepts = records.map(({ id, title, short_description }) => ({
      id,
      term: title.replace(/ \([A-Z].*\)$/, ''),
      definition: withoutTemplates(short_description),
    }));
    const text = JSON.stringify(concepts.filter(({ definition }) => definition !== ''));
    assert.ok((nativeFormat.read({ uri: '', text, defaultName: '' }).glossary?.size ?? 0) > 100);
    assert.deepEqual(
      [...circularDefinition.find(checkedGlossary(text))].map(({ message }) => message),
      [
        'The definition of `Applications` says little but `Applications` itself',
        'The definition of `Cloud Native Computing Foundation` says little but `Cloud Native Computing Foundation` itself',
      ],
    );
  });
});

/** Put the words of a template that marks a term in its place. */
function withoutTemplates(text: string): string {
  return text.replace(/\{\{<[^>]*?(?:text|term_id)="([^"]*)"[^>]*>\}\}/g, '$1').trim();
}

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { circularDefinition } from '../../server/src/analysis/glossaryChecks/circularDefinition';
import { nativeFormat } from '../../server/src/formats/native';
import type { Concept } from '../../server/src/terminology/concept';
import { createTerminology } from '../../server/src/terminology/terminology';
import { checkedGlossary } from '../support/glossaryChecking';

const folder = path.join(import.meta.dirname, '../../glossary');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const texts = new Map(files.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
const readings = [...texts].map(([uri, text]) => ({ uri, ...nativeFormat.read({ uri, text, defaultName: uri }) }));
const glossaries = readings.map(({ glossary }) => glossary).filter((glossary) => glossary !== undefined);
const concepts = glossaries.flatMap((glossary) => glossary.concepts);
const terminology = createTerminology(glossaries);

/** Names are compared as the index compares them. */
const keyOf = (term: string) => term.toLowerCase().replace(/[\s_-]/gu, '');

/** List the ids of the concepts for which something does not hold. */
const idsWhere = (isFault: (concept: Concept) => boolean) => concepts.filter(isFault).map(({ id }) => id);

describe('the shipped glossary', () => {
  it('has at least 200 concepts, at least 100 of them with examples and questions', () => {
    assert.ok(concepts.length >= 200, `${concepts.length}`);
    const rich = concepts.filter(({ examples, faq }) => examples.length > 0 && faq.length > 0);
    assert.ok(rich.length >= 100, `${rich.length}`);
  });

  for (const { uri, problems } of readings) {
    it(`${uri} reads without a problem`, () => {
      assert.deepEqual(
        problems.map(({ code, message }) => `${code}: ${message}`),
        [],
      );
    });
  }

  it('fits the schema', () => {
    const schema = JSON.parse(readFileSync(path.join(folder, 'schema.json'), 'utf8'));
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
    for (const [name, text] of texts) {
      assert.ok(validate(parse(text)), `${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
    }
  });

  it('gives each concept an id of its own', () => {
    assert.equal(new Set(concepts.map(({ id }) => id)).size, concepts.length);
  });

  it('lets no two concepts claim one term', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const { id, terms } of concepts) {
      for (const { text } of terms) {
        const owner = owners.get(keyOf(text));
        if (owner !== undefined && owner !== id) clashes.push(`${text}: ${owner} and ${id}`);
        owners.set(keyOf(text), id);
      }
    }
    assert.deepEqual(clashes, []);
  });

  it('describes every concept and files it under a category', () => {
    assert.deepEqual(
      idsWhere(({ description, category }) => description === undefined || category === undefined),
      [],
    );
  });

  it('defines each in one sentence of at most 200 characters', () => {
    const isOneSentence = (text: string) =>
      /[.!?]$/.test(text) && !/[.!?]\s+\p{Lu}/u.test(text.replace(/\be\.g\./g, ''));
    assert.deepEqual(
      idsWhere(({ definition }) => definition.length > 200 || !isOneSentence(definition)),
      [],
    );
  });

  it('has no definitions that lean on each other in a circle', () => {
    for (const reading of readings) {
      const file = { ...checkedGlossary(texts.get(reading.uri) ?? ''), ...reading, terminology };
      assert.deepEqual(
        [...circularDefinition.find(file)].map(({ message }) => message),
        [],
      );
    }
  });

  it('names related concepts that exist, and not the concept itself', () => {
    const isBroken = (concept: Concept) =>
      concept.related.some((name) => [undefined, concept].includes(terminology.find(name)));
    assert.deepEqual(idsWhere(isBroken), []);
  });

  it('has no dead end: each concept leads on, and some other leads to it', () => {
    const reached = new Set(concepts.flatMap(({ related }) => related));
    assert.deepEqual(
      idsWhere(({ id, related }) => related.length === 0 || !reached.has(id)),
      [],
    );
  });

  it('shows all there is at Kubernetes', () => {
    const kubernetes = concepts.find(({ id }) => id === 'kubernetes');
    assert.ok(kubernetes?.terms.some(({ text, kind }) => text === 'K8s' && kind === 'abbreviation'));
    assert.equal(kubernetes?.pronunciation, 'koo-ber-NET-eez');
    assert.equal(kubernetes?.examples.filter(({ title }) => title !== undefined).length, 3);
    assert.equal(kubernetes?.faq.length, 2);
    assert.ok((kubernetes?.related.length ?? 0) > 0);
  });
});

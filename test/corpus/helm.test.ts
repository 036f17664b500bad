import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionsOf } from '../../server/src/languages/document';
import type { RegionKind } from '../../server/src/languages/regions';
import { yaml } from '../../server/src/languages/yaml';
import { SourceReader } from '../../server/src/text/source';

/**
 * Helm templates that are no YAML, and beside each what is read in it, one region a line: its line, its kind, its text.
 * `UPDATE_GOLDEN=1` writes the listings anew; read the difference line by line.
 */
describe('regions of Helm templates', () => {
  const folder = join(__dirname, 'helm');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

  it('has twenty of them', () => assert.equal(names.length, 20));

  for (const name of names) {
    it(name, () => {
      const file = join(folder, name);
      const golden = file.replace(/\.yaml$/, '.regions.txt');
      const listing = listRegions(readFileSync(file, 'utf8'));
      if (process.env.UPDATE_GOLDEN !== undefined) writeFileSync(golden, listing);
      assert.equal(listing, readFileSync(golden, 'utf8'));
    });
  }
});

/**
 * Templates of real charts. What is read in them was checked by reading each file; of their text nothing is kept but
 * hashes: for each region its line, its kind and the hash of its text.
 */
describe('regions of real Helm templates', () => {
  const charts = join(__dirname, '../../../shared/corpora/documents/helm-kps/charts');
  const golden = join(__dirname, 'helm-kps.regions.txt');

  it('are those that were checked', function () {
    if (!existsSync(charts)) {
      console.log(`      skipped: no charts in ${charts}`);
      this.skip();
    }
    const listing = TEMPLATES.map((name) => {
      const regions = findRegions(readFileSync(join(charts, name), 'utf8'));
      return `${name}\n${regions.map(({ line, kind, text }) => `  ${line} ${kind} ${shortHash(text)}\n`).join('')}`;
    }).join('');
    if (process.env.UPDATE_GOLDEN !== undefined) writeFileSync(golden, listing);
    assert.equal(listing, readFileSync(golden, 'utf8'));
  });
});

const STACK = 'kube-prometheus-stack/templates';
const TEMPLATES = [
  `${STACK}/alertmanager/extrasecret.yaml`,
  `${STACK}/alertmanager/route.yaml`,
  `${STACK}/alertmanager/secret.yaml`,
  `${STACK}/exporters/core-dns/service.yaml`,
  `${STACK}/exporters/kube-api-server/servicemonitor.yaml`,
  `${STACK}/exporters/kube-etcd/endpoints.yaml`,
  `${STACK}/grafana/configmaps-datasources.yaml`,
  `${STACK}/grafana/dashboards-1.14/alertmanager-overview.yaml`,
  `${STACK}/grafana/dashboards-1.14/controller-manager.yaml`,
  `${STACK}/prometheus-operator/admission-webhooks/deployment/service.yaml`,
  `${STACK}/prometheus-operator/admission-webhooks/job-patch/ciliumnetworkpolicy-createSecret.yaml`,
  `${STACK}/prometheus-operator/admission-webhooks/job-patch/clusterrolebinding.yaml`,
  `${STACK}/prometheus-operator/aggregate-clusterroles.yaml`,
  `${STACK}/prometheus-operator/networkpolicy.yaml`,
  `${STACK}/prometheus/additionalPrometheusRules.yaml`,
  `${STACK}/prometheus/rules-1.14/config-reloaders.yaml`,
  `${STACK}/prometheus/rules-1.14/general.rules.yaml`,
  'prometheus/templates/clusterrole.yaml',
  'prometheus/templates/cm.yaml',
  'prometheus/templates/service.yaml',
];

/** FNV-1a of the UTF-16 units, as six digits: enough to notice a change, not enough to tell the text. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0').slice(2);
}

interface Found {
  readonly line: number;
  readonly kind: RegionKind;
  readonly text: string;
}

function findRegions(text: string): readonly Found[] {
  return regionsOf(text, yaml, new SourceReader()).map(({ kind, spans }) => ({
    line: text.slice(0, spans[0].start).split('\n').length,
    kind,
    text: spans.map(({ start, end }) => text.slice(start, end)).join(''),
  }));
}

function listRegions(source: string): string {
  return findRegions(source)
    .map(({ line, kind, text }) => `${String(line).padStart(3)}  ${kind.padEnd(10)}  ${text.replaceAll('\n', '⏎')}\n`)
    .join('');
}

import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { readHistory } from '../../reporting/history/history';
import { scenariosOf, totalsOf } from '../../reporting/model/outcome';
import { readRun } from '../../reporting/read-run';
import { makeWorkspace, runLine } from './workspace';

// The scripts of .ci/, run for real in a copy of the project that has few scenarios.

const FAILING = `# language: pt
@criticidade-baixa
Funcionalidade: Falha
  @jornada
  Cenário: Falhar
    Quando executo \`dumont health list\`
    Então a API responde 418
`;

const workspace = makeWorkspace();
const at = (file: string): string => path.join(workspace, file);
const scenariosIn = (...files: string[]): number => totalsOf(scenariosOf(readRun(files.map(at)))).scenarios;
const parts = [1, 2, 3].map((part) => `shards/${part}/messages.ndjson`);

before(async () => {
  for (const part of [1, 2, 3]) {
    const { exitCode, output } = await runLine(`.ci/shard ${part}/3`, workspace, {});
    assert.equal(exitCode, 0, output);
  }
});

test('merge makes the reports of the whole from the parts, and keeps the history', async () => {
  const whole = await runLine('npx cucumber-js --dry-run', workspace, { DUMONT_REPORTS: 'whole' });
  assert.equal(whole.exitCode, 0, whole.output);
  const scenarios = scenariosIn('whole/messages.ndjson');
  assert.ok(scenarios > parts.length);
  assert.equal(
    parts.reduce((sum, part) => sum + scenariosIn(part), 0),
    scenarios,
  );
  const summary = at('summary.md');
  writeFileSync(summary, '');
  const merge = await runLine('.ci/merge 3', workspace, { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary });
  assert.equal(merge.exitCode, 0, merge.output);
  assert.match(readFileSync(summary, 'utf8'), new RegExp(`As 3 jornadas passaram.*${scenarios} cenários`, 's'));
  for (const file of ['documentacao/index.html', 'painel/index.html', 'jornadas.md', 'cobertura.json']) {
    assert.ok(existsSync(at(`reports/${file}`)), file);
  }
  assert.equal(readHistory(at('reports/history.jsonl')).runs.length, 1);
});

test('the site has one entrance to the documentation and the dashboard, and its links lead somewhere', async () => {
  const made = await runLine('.ci/site', workspace, {});
  assert.equal(made.exitCode, 0, made.output);
  const links = [...readFileSync(at('site/index.html'), 'utf8').matchAll(/(?:href=|url=)"?([\w/]+)"/g)];
  assert.deepEqual([...new Set(links.map(([, link]) => link))].sort(), ['documentacao/', 'painel/']);
  for (const [, link = ''] of links) assert.ok(existsSync(at(`site/${link}index.html`)), link);
});

test('a part that fails leaves its messages, and the merge tells what failed without failing itself', async () => {
  const feature = at('features/99_falha.feature');
  writeFileSync(feature, FAILING);
  rmSync(at('shards'), { recursive: true });
  const shard = await runLine('.ci/shard 1/1', workspace, {});
  rmSync(feature);
  assert.equal(shard.exitCode, 1, shard.output);
  const merge = await runLine('.ci/merge 1', workspace, { GITHUB_ACTIONS: 'true' });
  assert.equal(merge.exitCode, 0, merge.output);
  assert.match(merge.output, /^::error file=features\/99_falha\.feature,line=5,/m);
});

test('a part without scenarios is no failure, and a part that is missing stops the merge', async () => {
  const empty = await runLine('.ci/shard 99/99', workspace, {});
  assert.equal(empty.exitCode, 0, empty.output);
  assert.equal(scenariosIn('shards/99/messages.ndjson'), 0);
  const merge = await runLine('.ci/merge 99', workspace, {});
  assert.equal(merge.exitCode, 1);
  assert.match(merge.output, /^Há \d+ de 99 partes em shards\/; sem todas elas os relatórios não são feitos\.$/m);
});

test('the verdict is a failure unless everything succeeded', async () => {
  assert.equal((await runLine('.ci/verdict success success', workspace, {})).exitCode, 0);
  for (const result of ['failure', 'cancelled', 'skipped']) {
    const { exitCode, output } = await runLine(`.ci/verdict success ${result}`, workspace, {});
    assert.equal(exitCode, 1);
    assert.match(output, new RegExp(`Uma etapa terminou em "${result}"`));
  }
});

test('the night is told whether there is a deployment to check', async () => {
  const told = at('github-output');
  for (const [url, found, said] of [
    ['http://127.0.0.1:8767', 'found=true', /^Há um backend a verificar\.$/m],
    ['', 'found=false', /^::notice title=Nada a verificar::Sem o segredo DUMONT_BASE_URL/m],
  ] as const) {
    writeFileSync(told, '');
    const { exitCode, output } = await runLine('.ci/deployment', workspace, { DUMONT_BASE_URL: url, GITHUB_OUTPUT: told });
    assert.equal(exitCode, 0, output);
    assert.match(output, said);
    assert.equal(readFileSync(told, 'utf8').trim(), found);
  }
});

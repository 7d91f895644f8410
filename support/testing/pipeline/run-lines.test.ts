import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { readHistory } from '../../reporting/history/history';
import { scenariosOf, totalsOf } from '../../reporting/model/outcome';
import { readRun } from '../../reporting/read-run';
import { temporaryFolder } from '../temporary-folder';
import { type Backend, startBackend } from './backend';
import { isMet } from './expressions';
import { NOT_RUN, runWorkflow, type WorkflowRun } from './runner';
import { readWorkflow, WORKFLOWS } from './workflow';
import { makeWorkspace, runLine } from './workspace';

// The lines of the workflows, run for real in a copy of the project that has few scenarios.

const GITHUB = {
  ref: 'refs/heads/main',
  ref_name: 'main',
  event_name: 'push',
  run_id: '1',
  run_attempt: '1',
};

const FAILING = `# language: pt
@criticidade-baixa
Funcionalidade: Falha
  @jornada
  Cenário: Falhar
    Quando executo \`dumont health list\`
    Então a API responde 418
`;

const workspace = makeWorkspace();
const store = temporaryFolder('pipeline-store');
let backend: Backend;

before(async () => {
  backend = await startBackend();
});
after(() => backend.stop());

const ran = (run: WorkflowRun, line: string) => run.lines.filter((each) => each.line.startsWith(line));
const stored = (file: string): string => path.join(store, 'artifacts', file);
const scenariosIn = (...files: string[]): number => totalsOf(scenariosOf(readRun(files))).scenarios;

test('every line is run here, or is one of those that have a reason not to be', async () => {
  const lines = WORKFLOWS.flatMap((file) =>
    Object.values(readWorkflow(file).jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? [])),
  );
  const executed = ['.ci/shard', '.ci/merge', '.ci/site', '.ci/verdict', '.ci/deployment', 'npm run alerts', 'npx cucumber-js'];
  for (const line of lines) {
    assert.ok(line in NOT_RUN || executed.some((start) => line.startsWith(start)), line);
  }
});

test('the parts of a push to main waitForState one documentation, with its history, summary, alerts and site', async () => {
  const run = await runWorkflow(readWorkflow('jornadas.yml'), workspace, store, { github: GITHUB, secrets: {}, vars: {} });
  assert.deepEqual(run.results, { shards: 'success', reports: 'success', pages: 'success', verdict: 'success' }, story(run));
  assert.deepEqual(run.artifacts, ['reports', 'shard-1', 'shard-2', 'shard-3']);
  assert.ok(run.used.some((action) => action.startsWith('actions/deploy-pages@')));

  const parts = ['shard-1', 'shard-2', 'shard-3'].map((name) => stored(`${name}/messages.ndjson`));
  const whole = await runLine('npx cucumber-js --dry-run', workspace, { DUMONT_REPORTS: 'whole' });
  assert.equal(whole.exitCode, 0, whole.output);
  const scenarios = scenariosIn(path.join(workspace, 'whole/messages.ndjson'));
  assert.ok(scenarios > parts.length);
  assert.equal(
    parts.map((part) => scenariosIn(part)).reduce((sum, part) => sum + part, 0),
    scenarios,
  );
  assert.equal(scenariosIn(...parts), scenarios);

  for (const { summary } of ran(run, '.ci/shard')) assert.equal(summary, '');
  const [merge] = ran(run, '.ci/merge');
  assert.match(merge?.summary ?? '', new RegExp(`As 3 jornadas passaram.*${scenarios} cenários`, 's'));
  for (const file of ['documentacao/index.html', 'painel/index.html', 'jornadas.md', 'history.jsonl', 'cobertura.json']) {
    assert.ok(existsSync(stored(`reports/${file}`)), file);
  }
  assert.equal(ran(run, 'npm run alerts').length, 1);
});

test('the site has one entrance to the documentation and the dashboard, and its links lead somewhere', async () => {
  const site = path.join(workspace, 'site');
  const made = await runLine('rm -rf reports; cp -r "$KEPT" reports; .ci/site', workspace, { KEPT: stored('reports') });
  assert.equal(made.exitCode, 0, made.output);
  const links = [...readFileSync(path.join(site, 'index.html'), 'utf8').matchAll(/(?:href=|url=)"?([\w/]+)"/g)];
  assert.deepEqual([...new Set(links.map(([, link]) => link))].sort(), ['documentacao/', 'painel/']);
  for (const [, link = ''] of links) assert.ok(existsSync(path.join(site, link, 'index.html')), link);
});

test('a part that fails leaves its messages, the reports are made and published, and the verdict is a failure', async () => {
  const feature = path.join(workspace, 'features/99_falha.feature');
  writeFileSync(feature, FAILING);
  const run = await runWorkflow(readWorkflow('jornadas.yml'), workspace, store, { github: GITHUB, secrets: {}, vars: {} });
  rmSync(feature);
  assert.deepEqual(run.results, { shards: 'failure', reports: 'success', pages: 'success', verdict: 'failure' }, story(run));
  assert.match(ran(run, '.ci/merge')[0]?.summary ?? '', /1 de 4 jornadas falhou/);
  assert.match(ran(run, '.ci/merge')[0]?.output ?? '', /^::error file=features\/99_falha\.feature,line=5,/m);
  assert.match(ran(run, '.ci/verdict')[0]?.output ?? '', /Uma etapa terminou em "failure"/);
  assert.equal(readHistory(stored('reports/history.jsonl')).runs.length, 2, 'the run before is remembered');
});

test('a pull request makes the reports and neither tells nor publishes anything', () => {
  const { jobs } = readWorkflow('jornadas.yml');
  const needs = { reports: { result: 'success' } };
  const contexts = { github: { ...GITHUB, ref: 'refs/pull/7/merge', event_name: 'pull_request' }, secrets: {}, vars: {}, needs };
  const went = jobs.reports?.steps.filter((step) => isMet(step.if, contexts, { failed: false })) ?? [];
  const names = went.map(({ uses, run }) => run ?? uses?.split('@')[0] ?? '');
  assert.ok(names.includes('.ci/merge "$SHARDS"') && names.includes('actions/upload-artifact'), names.join());
  assert.deepEqual(
    names.filter((name) => /alerts|\.ci\/site|pages|cache\/save/.test(name)),
    [],
  );
  assert.equal(isMet(jobs.pages?.if, contexts, { failed: false }), false);
});

test('a part without scenarios is no failure, and a part that is missing stops the merge', async () => {
  const empty = await runLine('.ci/shard 99/99', workspace, {});
  assert.equal(empty.exitCode, 0, empty.output);
  assert.equal(scenariosIn(path.join(workspace, 'shards/99/messages.ndjson')), 0);
  const merge = await runLine('.ci/merge 99', workspace, {});
  assert.equal(merge.exitCode, 1);
  assert.match(merge.output, /^Há \d+ de 99 partes em shards\/; sem todas elas os relatórios não são feitos\.$/m);
});

test('the night checks the deployment that the secrets name, and creates nothing there', async () => {
  const run = await runWorkflow(readWorkflow('noturno.yml'), workspace, store, {
    github: GITHUB,
    secrets: { DUMONT_BASE_URL: backend.url, DUMONT_TEST_EMAIL: 'test@example.com', DUMONT_TEST_PASSWORD: 'testpass123' },
    vars: {},
  });
  assert.deepEqual(run.results, { deployment: 'success' }, story(run));
  const [night] = ran(run, 'npx cucumber-js');
  assert.match(night?.output ?? '', new RegExp(`Alvo: ${backend.url} · CLI: embutida · sem criar nem destruir`));
  assert.equal(ran(run, 'npm run alerts').length, 1);
  assert.deepEqual(run.artifacts, ['reports']);
});

test('without the secrets the night says so and checks nothing', async () => {
  const run = await runWorkflow(readWorkflow('noturno.yml'), workspace, store, { github: GITHUB, secrets: {}, vars: {} });
  assert.deepEqual(run.results, { deployment: 'success' });
  assert.deepEqual(
    run.lines.map(({ line }) => line),
    ['.ci/deployment'],
  );
  assert.match(run.lines[0]?.output ?? '', /^::notice title=Nada a verificar::Sem o segredo DUMONT_BASE_URL/m);
});

function story({ lines }: WorkflowRun): string {
  return lines.map(({ line, exitCode, output }) => `$ ${line} (${exitCode})\n${output}`).join('\n');
}

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Backend, startBackend } from './backend';
import { linesOf, readGitLabExample } from './gitlab';
import { NOT_RUN } from './runner';
import { readWorkflow } from './workflow';
import { makeWorkspace, runLine } from './workspace';

const { stages, variables, jobs } = readGitLabExample();
const workspace = makeWorkspace();
let backend: Backend;

before(async () => {
  backend = await startBackend();
});
after(() => backend.stop());

/** Runs the lines of a job; those that are not run here are passed over. */
async function runJob(name: string, env: Readonly<Record<string, string>>): Promise<string> {
  const job = jobs[name];
  assert.ok(job, name);
  let all = '';
  for (const line of linesOf(job).filter((each) => !(each in NOT_RUN))) {
    const { exitCode, output } = await runLine(line, workspace, { ...variables, ...env });
    assert.equal(exitCode, 0, `$ ${line}\n${output}`);
    all += output;
  }
  return all;
}

test('every job has a stage, an end, lines to run and something to keep, and waits only for jobs that exist', () => {
  assert.deepEqual(Object.keys(jobs), ['verificar', 'jornadas', 'relatorios', 'pages', 'noturno']);
  for (const [name, job] of Object.entries(jobs)) {
    assert.ok(stages.includes(job.stage), name);
    assert.match(job.timeout, /^\d+ (minutes|hours)$/, name);
    assert.ok(linesOf(job).length > 0, name);
    assert.ok(job.artifacts.paths.length > 0, name);
    for (const needed of job.needs ?? []) assert.ok(needed in jobs, needed);
  }
});

test('it has as many parts as it merges, the versions of Node and the settings of the night that GitHub has', () => {
  assert.equal(jobs.jornadas?.parallel, Number(variables.SHARDS));
  const versions = readWorkflow('ci.yml').jobs.journeys?.strategy?.matrix.node;
  assert.deepEqual(jobs.verificar?.parallel, { matrix: [{ NODE: versions }] });
  const night = readWorkflow('noturno.yml').jobs.deployment?.steps.find(({ run }) => run === 'npx cucumber-js');
  assert.deepEqual(Object.keys(jobs.noturno?.variables ?? {}), Object.keys(night?.env ?? {}));
});

test('only the night knows the deployment: its variables have other names in the project', () => {
  for (const [name, job] of Object.entries(jobs))
    assert.equal('DUMONT_BASE_URL' in (job.variables ?? {}), name === 'noturno', name);
  assert.equal(jobs.noturno?.variables?.DUMONT_BASE_URL, '$NOTURNO_BASE_URL');
  assert.equal(jobs.noturno?.variables?.DUMONT_SKIP_DESTRUCTIVE, 'true');
});

test('its lines make the parts, the reports and the pages of a run', async () => {
  const total = String(jobs.jornadas?.parallel);
  for (let index = 1; index <= Number(total); index += 1) {
    await runJob('jornadas', { CI_NODE_INDEX: String(index), CI_NODE_TOTAL: total });
    for (const file of ['messages.ndjson', 'junit.xml'])
      assert.ok(existsSync(path.join(workspace, `shards/${index}/${file}`)), file);
  }
  const told = await runJob('relatorios', { CI_COMMIT_BRANCH: 'main', CI_DEFAULT_BRANCH: 'main' });
  assert.match(told, /As 3 jornadas passaram/);
  assert.match(told, /alerts\/main\.ts/, 'the alerts run on the default branch');
  assert.ok(existsSync(path.join(workspace, 'reports/history.jsonl')));
  await runJob('pages', {});
  assert.match(readFileSync(path.join(workspace, 'public/documentacao/index.html'), 'utf8'), /^<!doctype html>/i);
});

test('its night checks the deployment of the schedule', async () => {
  const { DUMONT_BIN = '', DUMONT_SKIP_DESTRUCTIVE = '' } = jobs.noturno?.variables ?? {};
  const told = await runJob('noturno', { DUMONT_BASE_URL: backend.url, DUMONT_BIN, DUMONT_SKIP_DESTRUCTIVE });
  assert.match(told, new RegExp(`Alvo: ${backend.url} · CLI: embutida · sem criar nem destruir`));
  assert.ok(existsSync(path.join(workspace, 'reports/junit.xml')));
});

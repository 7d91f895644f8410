// @own-process: starts many runs
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { DEATHS } from './testing/deaths';
import { Probe } from './testing/probe';

const DIED = 'o processo que rodava este cenário morreu';
const TERMINAL = path.join(__dirname, 'terminal', 'formatter.cjs');
const HTML = [path.join(__dirname, 'cucumber-html-reporter', 'formatter.cjs'), 'reports/cucumber.html'];

interface Envelope {
  testCaseStarted?: { id: string };
  testCaseFinished?: { testCaseStartedId: string };
  testRunFinished?: { success: boolean };
}

function assertWhole(ndjson: string): void {
  const envelopes = ndjson
    .trimEnd()
    .split('\n')
    .map((line): Envelope => JSON.parse(line));
  const started = envelopes.flatMap(({ testCaseStarted }) => testCaseStarted?.id ?? []).sort();
  const finished = envelopes.flatMap(({ testCaseFinished }) => testCaseFinished?.testCaseStartedId ?? []).sort();
  assert.deepEqual(finished, started);
  assert.equal(envelopes.at(-1)?.testRunFinished?.success, false);
}

describe('a worker killed in the middle of a scenario', () => {
  const probe = new Probe(DEATHS);
  after(() => probe.remove());

  test('leaves that scenario without its environment, and every report is whole', async () => {
    const { stdout, stderr, exitCode } = await probe.spawn([
      '--parallel',
      '2',
      'features/01_morte.feature:4',
      'features/02_vida.feature',
    ]);
    assert.match(stdout, new RegExp(`⊘ Jornada 1 › Morrer .*\\n {4}Quando o processo recebe SIGKILL .*\\n {6}${DIED}`));
    assert.match(stdout, /3 cenários: 2 passaram e 1 ficou sem ambiente/);
    assert.equal(stderr, '');
    assert.equal(exitCode, 1);

    const junit = probe.read('reports/junit.xml');
    assert.match(junit, /tests="3" skipped="0" failures="1"/);
    assert.match(junit, new RegExp(`name="Morrer"[^>]*>\\s*<failure type="EnvironmentError" message="${DIED}`));
    assert.match(junit, /<\/testsuite>\s*$/);
    assertWhole(probe.read('reports/messages.ndjson'));
    assert.match(probe.read('reports/cucumber.html'), new RegExp(`${DIED}[\\s\\S]*</html>\\s*$`));
  });

  test('a worker that leaves with 0 makes the run red as well', async () => {
    const { stdout, exitCode } = await probe.run(['--parallel', '1', 'features/01_morte.feature:9']);
    assert.match(stdout, new RegExp(`⊘ Jornada 1 › Sair sem erro .*\\n.*\\n {6}${DIED}`));
    assert.equal(exitCode, 1);
    assertWhole(probe.read('reports/messages.ndjson'));
  });

  test('what nobody was left to run is counted as "não rodou"', async () => {
    const { stdout, exitCode } = await probe.run(['--parallel', '1', 'features/01_morte.feature:9', 'features/02_vida.feature']);
    assert.match(stdout, /Não rodaram\n∅ Jornada 2 › Viver\n∅ Jornada 2 › Viver de novo\n/);
    assert.match(stdout, /3 cenários: 1 ficou sem ambiente e 2 não rodaram/);
    assert.match(probe.read('reports/cucumber.html'), /não rodou/);
    assert.equal(exitCode, 1);
  });
});

describe('whatever else is in `format`', () => {
  const formats = {
    'our formatter after the others': [['junit', 'reports/junit.xml'], ['message', 'reports/messages.ndjson'], HTML, TERMINAL],
    'only the HTML is ours, the terminal is the built-in progress': [
      'progress',
      ['junit', 'reports/junit.xml'],
      ['message', 'reports/messages.ndjson'],
      ['json', 'reports/report.json'],
      HTML,
    ],
  };
  for (const [name, format] of Object.entries(formats)) {
    test(name, async () => {
      const probe = new Probe(DEATHS, { format });
      try {
        const { stderr, exitCode } = await probe.spawn(['--parallel', '1', 'features/01_morte.feature:4']);
        assert.equal(stderr, '');
        assert.equal(exitCode, 1);
        assert.match(probe.read('reports/junit.xml'), new RegExp(DIED));
        assertWhole(probe.read('reports/messages.ndjson'));
      } finally {
        probe.remove();
      }
    });
  }
});

for (const when of ['before', 'after'] as const) {
  test(`a worker that dies ${when} its scenarios, while all of them pass, is said`, async () => {
    const hook = when === 'before' ? 'BeforeAll' : 'AfterAll';
    const steps = `${DEATHS['steps/steps.cjs']}
      require('@cucumber/cucumber').${hook}(() => { if (process.env.CUCUMBER_WORKER_ID === '1') process.kill(process.pid, 'SIGKILL'); });`;
    const probe = new Probe({ ...DEATHS, 'steps/steps.cjs': steps });
    try {
      const { stdout, exitCode } = await probe.run(['--parallel', '2', 'features/02_vida.feature']);
      const died = 'Os cenários passaram, mas a execução falhou: um dos processos que os rodavam morreu fora deles.';
      assert.ok(stdout.includes(died), stdout);
      assert.match(stdout, /2 cenários: 2 passaram/);
      assert.ok(probe.read('reports/cucumber.html').includes(died));
      assert.equal(exitCode, 1);
    } finally {
      probe.remove();
    }
  });
}

test('a worker that leaves with 0 before any scenario makes the run red', async () => {
  const steps = `${DEATHS['steps/steps.cjs']}
    require('@cucumber/cucumber').BeforeAll(() => { if (process.env.CUCUMBER_WORKER_ID) process.exit(0); });`;
  const probe = new Probe({ ...DEATHS, 'steps/steps.cjs': steps });
  try {
    const { stdout, exitCode } = await probe.run(['--parallel', '1', 'features/02_vida.feature']);
    assert.match(stdout, /A execução não chegou ao fim: 2 cenários não rodaram\./);
    assert.equal(exitCode, 1);
  } finally {
    probe.remove();
  }
});

// @own-process: starts runs
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { buildCli } from '../../sandbox/cli/bundle';
import { fakeCli } from '../../testing/fake-cli';
import { type FeatureRun, runFeatures } from '../../testing/run-features';
import { temporaryFolder } from '../../testing/temporary-folder';

const ROOT = path.resolve(__dirname, '..', '..', '..');

// The embedded CLI behind another name, which asks the wrong thing for one command while a file beside it says so.

const JOURNEY = ['features/10_health_check.feature', '--parallel', '0'];

let cli: string;
let folder: string;
let last: FeatureRun;

before(async () => {
  folder = temporaryFolder('deviations');
  cli = fakeCli(`
    if (require('node:fs').readFileSync(__filename + '.manner', 'utf8') === 'deviating' && process.argv[3] === 'market') process.argv[3] = 'efficiency';
    require(${JSON.stringify((await buildCli()).entry)});`);
});

async function run(manner: 'deviating' | 'good'): Promise<FeatureRun> {
  writeFileSync(`${cli}.manner`, manner);
  last = await runFeatures({
    args: JOURNEY,
    env: { DUMONT_BIN: cli, DUMONT_DEVIATIONS: folder },
  });
  return last;
}

function program(file: string, ...args: string[]): { status: number | null; output: string } {
  const env = { PATH: process.env.PATH ?? '', HOME: folder, DUMONT_REPORTS: last.reports, DUMONT_DEVIATIONS: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', path.join(ROOT, 'support/register.cjs'), file, ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

const deviations = (...args: string[]) => program(path.join(__dirname, 'list-deviations.ts'), ...args);
const report = (name: string): string => readFileSync(path.join(last.reports, name), 'utf8');

describe('a CLI with one deviation', () => {
  test('has it told as new, until it is recorded', async () => {
    assert.equal((await run('deviating')).exitCode, 1, last.output);
    const { status, output } = deviations();
    assert.equal(status, 1, output);
    assert.match(output, /✘ desvio novo: 10\.3 dumont metrics market\n {4}prometido: .+\n/);
    assert.match(output, /1 desvio novo\. Nada está registrado/);
    assert.match(report('desvios.md'), /### 10\.3 `dumont metrics market`/);
    const { status: recorded } = deviations('--record');
    assert.equal(recorded, 0);
    assert.equal(readdirSync(folder).filter((name) => name.endsWith('.yaml')).length, 1);
  });

  test('is then judged good, although the run stays red, and shown as known everywhere', async () => {
    assert.equal((await run('deviating')).exitCode, 1);
    assert.match(last.output, /5 de 6 promessas valem.* · 1 desvio conhecido/);
    assert.match(last.output, /10\.3 dumont metrics market {2}diverge na CLI \(desvio conhecido\)/);
    const { promises, deviations: counts } = JSON.parse(report('conformidade.json'));
    assert.deepEqual(
      promises.map(({ standing }: { standing: string | null }) => standing),
      [null, null, 'known', null, null, null],
    );
    assert.deepEqual(counts, { new: 0, known: 1, healed: 0, unverified: 0 });
    assert.deepEqual(JSON.parse(report('resumo.json')).conformity.deviations, counts);
    for (const name of ['conformidade.md', 'documentacao/promessas.html', 'documentacao/index.html', 'conformidade.junit.xml'])
      assert.match(report(name), /diverge na CLI \(desvio conhecido\)/, name);
    assert.match(report('painel/index.html'), /1 desvio conhecido/);
    assert.deepEqual([deviations().status, deviations('--strict').status], [0, 1]);
    assert.match(deviations('--strict').output, /✘ sem motivo: 10\.3 dumont metrics market/);
  });

  test('that is mended has it told as healed, which only --strict minds, and recording takes it off the list', async () => {
    assert.equal((await run('good')).exitCode, 0, last.output);
    assert.match(last.output, /1 desvio sanado/);
    assert.match(report('documentacao/promessas.html'), /vale \(desvio sanado, ainda na lista\)/);
    const { status, output } = deviations();
    assert.equal(status, 0, output);
    assert.match(output, /Sanados\n✔ 10\.3 dumont metrics market/);
    assert.match(deviations('--strict').output, /✘ sanado e ainda na lista: 10\.3/);
    assert.match(deviations('--record').output, /0 desvios novos, 0 como antes, 1 fora da lista/);
    assert.deepEqual([deviations('--strict').status, deviations().output.includes('Nenhum desvio')], [0, true]);
  });
});

test('the embedded CLI on its own sandbox has nothing to record', async () => {
  last = await runFeatures({ args: JOURNEY });
  assert.equal(deviations().status, 0);
  const { status, output } = deviations('--record');
  assert.equal(status, 2);
  assert.match(output, /tudo precisa valer: não há desvio a registrar/);
});

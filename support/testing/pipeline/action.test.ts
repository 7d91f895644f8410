// @own-process: starts runs
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { parse } from 'yaml';
import { buildCli } from '../../sandbox/cli/bundle';
import { fakeCli } from '../fake-cli';
import { temporaryFolder } from '../temporary-folder';
import { type LineResult, makeWorkspace, runLine } from './workspace';

// The action for the repository of a CLI: its lines, run as a runner does, in a folder that is that repository.

const ROOT = path.resolve(__dirname, '..', '..', '..');
const ACTION = '.github/actions/jornadas';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
}

interface ActionStep {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

const action: Action = parse(readFileSync(path.join(ROOT, ACTION, 'action.yml'), 'utf8'));
const lines = action.runs.steps.filter(({ run }) => run !== undefined);
const workspace = makeWorkspace();
const repository = temporaryFolder('cli-repository');
const at = (name: string): string => path.join(repository, name);

before(async () => {
  cpSync(path.join(ROOT, '.github/actions'), path.join(workspace, '.github/actions'), { recursive: true });
  const market = `process.argv[3] === 'market' && require('node:fs').existsSync(${JSON.stringify(at('deviates'))})`;
  const { entry } = await buildCli();
  cpSync(fakeCli(`if (${market}) process.argv[3] = 'efficiency';\nrequire(${JSON.stringify(entry)});`), at('dumont'));
});

/** Runs the lines of the action, but for what npm installs, which is there. */
async function runAction(inputs: Readonly<Record<string, string>>, isMain: boolean): Promise<LineResult & { summary: string }> {
  const expression = (text: string): string => {
    const name = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(text)?.[1];
    if (name !== undefined) return inputs[name] ?? action.inputs[name]?.default ?? assert.fail(name);
    return text.startsWith('${{') ? String(isMain) : text;
  };
  const summary = at('summary.md');
  writeFileSync(summary, '');
  let result: LineResult = { exitCode: 0, output: '' };
  for (const { run = '', env = {} } of lines.filter((line) => line.run !== 'npm ci')) {
    result = await runLine(run, repository, {
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, expression(value)])),
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_ACTION_PATH: path.join(workspace, ACTION),
    });
    if (result.exitCode !== 0) break;
  }
  return { ...result, summary: readFileSync(summary, 'utf8') };
}

const INPUTS = { cli: './dumont', scope: 'features/10_health_check.feature --parallel 0' };

test('the main branch leaves its verdicts, and a pull request is compared with them', async () => {
  const main = await runAction(INPUTS, true);
  assert.equal(main.exitCode, 0, main.output);
  assert.match(main.summary, /^## As 6 promessas valem/);
  assert.ok(existsSync(at('jornadas-main.json')));
  assert.ok(existsSync(at('jornadas-reports/conformidade.junit.xml')));
  const kept = readFileSync(at('jornadas-main.json'), 'utf8');

  writeFileSync(at('deviates'), '');
  const request = await runAction(INPUTS, false);
  assert.equal(request.exitCode, 1, request.output);
  assert.match(request.summary, /^## 5 de 6 promessas valem/);
  assert.match(
    request.summary,
    /## Em relação a main: 1 promessa deixou de valer\n\n[\s\S]*\| 10\.3 .*\| vale .*\| diverge na CLI/,
  );
  assert.match(request.output, /✘ desvio novo: 10\.3 dumont metrics market/);
  assert.equal(readFileSync(at('jornadas-main.json'), 'utf8'), kept);
});

test('a CLI that is not there ends with its sentence, and no verdict', async () => {
  const { exitCode, output, summary } = await runAction({ ...INPUTS, cli: './missing' }, false);
  assert.equal(exitCode, 2, output);
  assert.match(output, /DUMONT_BIN="\.\/missing" não existe/);
  assert.equal(summary, '');
});

test('no line has an expression in it, and every action is an official one of a known version', () => {
  assert.equal(action.runs.using, 'composite');
  assert.deepEqual(
    lines.map(({ run }) => run),
    ['npm ci', '"$GITHUB_ACTION_PATH/../../../.ci/check-cli"'],
  );
  for (const { uses } of action.runs.steps) assert.match(uses ?? 'actions/none@v1', /^actions\/[\w/-]+@v\d+$/);
});

test('GitLab has the same: script, variables, test results', () => {
  const { jornadas } = parse(readFileSync(path.join(ROOT, '.ci/gitlab-cli.example.yml'), 'utf8'));
  const [, check] = lines;
  const { JORNADAS_REPOSITORY: _, JORNADAS_VERSION: __, ...variables } = jornadas.variables;
  assert.deepEqual([...Object.keys(variables), 'JORNADAS_KEEP'].sort(), Object.keys(check?.env ?? {}).sort());
  assert.deepEqual(jornadas.script, ['/tmp/jornadas/.ci/check-cli']);
  assert.deepEqual(jornadas.artifacts.reports, { junit: 'jornadas-reports/conformidade.junit.xml' });
});

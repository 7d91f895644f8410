import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { readRun } from '../read-run';
import { Probe } from '../testing/probe';
import type { Run, Scenario } from './run';
import { documentedScenario, documentedSteps, openingSteps } from './stanzas';

const FEATURE = `# language: pt
Funcionalidade: Jornada 3 - Backup

  Contexto:
    Dado que estou pronto

  @jornada
  Cenário: Guardar e recuperar
    Dado que escolhi a oferta como <ID>

    # 1. Criar instância
    # (a mais barata)
    Quando executo \`dumont instance create offer_id=<ID>\`
    Então a API responde 201
    E anoto o campo "id" como <instance_id>

    # 2. Sincronizar
    Dado que gravei um arquivo
    Quando executo \`dumont instance sync <instance_id>\`
    Então a API responde 200
    E algo falha

    # 3. Listar
    Quando executo \`dumont snapshot list\`
    Então a API responde 200

  Cenário: Sem comentários
    Quando executo \`dumont um\`
    E executo \`dumont dois\`
    Então está feito

  Esquema do Cenário: Sem <o quê>
    Quando executo \`dumont <comando>\`
    Então vejo:
      | <comando> | outra |

    Exemplos:
      | o quê | comando |
      | nome  | um      |
      | sorte | dois    |

  Cenário: Sem comandos
    Dado que já executei \`dumont saving summary\`
    Então está feito

  @pulado
  Cenário: Pulado inteiro
    Quando executo \`dumont um\`
`;

const STEPS = `
const { Before, Given, When, Then } = require('@cucumber/cucumber');
const COMMAND = 'application/vnd.dumont.command+json';
function ran(line, role) {
  this.attach(JSON.stringify({ command: line, role, argv: [], exitCode: 0, durationMs: 1, stdout: '', stderr: '', exchanges: [] }), COMMAND);
}
Before({ tags: '@pulado' }, () => 'skipped');
Given('que estou pronto', () => {});
Given('que escolhi a oferta como {}', (name) => {});
Given(/^que já executei \`(.*)\`$/, function (line) { ran.call(this, line, 'setup'); });
Given('que gravei um arquivo', function () { ran.call(this, 'dumont instance get 1', 'setup'); });
When(/^executo \`(.*)\`$/, function (line) { ran.call(this, line, 'documented'); });
Then('a API responde {int}', (status) => {});
Then(/^anoto /, () => {});
Then('está feito', () => {});
Then('vejo:', (table) => {});
Then('algo falha', () => { throw new Error('falhou'); });
`;

const probe = new Probe({ 'features/03.feature': FEATURE, 'steps/steps.cjs': STEPS });
after(() => probe.remove());

let run: Run;
let planned: Run;
before(async () => {
  await probe.run();
  run = await readRun([path.join(probe.folder, 'reports/messages.ndjson')]);
  await probe.run(['--dry-run']);
  planned = await readRun([path.join(probe.folder, 'reports/messages.ndjson')]);
});

function scenario(name: string, of: Run = run): Scenario {
  const found = of.journeys[0]?.scenarios.find((candidate) => candidate.name === name);
  assert.ok(found, name);
  return found;
}

test('each command of the journey comes with its number, title, note, line and expected status', () => {
  const journey = run.journeys[0];
  assert.ok(journey);
  assert.equal(documentedScenario(journey), scenario('Guardar e recuperar'));
  assert.deepEqual(
    documentedSteps(scenario('Guardar e recuperar')).map(({ number, title, note, command, line, status }) => ({
      number,
      title,
      note,
      command,
      line,
      status,
    })),
    [
      {
        number: 1,
        title: 'Criar instância',
        note: '(a mais barata)',
        command: 'dumont instance create offer_id=<ID>',
        line: 13,
        status: 201,
      },
      { number: 2, title: 'Sincronizar', note: '', command: 'dumont instance sync <instance_id>', line: 19, status: 200 },
      { number: 3, title: 'Listar', note: '', command: 'dumont snapshot list', line: 24, status: 200 },
    ],
  );
});

test('what is made ready and what is looked at belong to the command they surround', () => {
  const steps = documentedSteps(scenario('Guardar e recuperar'));
  const texts = (planned: readonly { text: string }[] | undefined) => planned?.map(({ text }) => text);
  assert.deepEqual(texts(openingSteps(scenario('Guardar e recuperar'))), ['que escolhi a oferta como <ID>']);
  assert.deepEqual(texts(steps[0]?.validations), ['anoto o campo "id" como <instance_id>']);
  assert.deepEqual(texts(steps[1]?.preparations), ['que gravei um arquivo']);
  assert.deepEqual(texts(steps[1]?.validations), ['algo falha']);
  assert.deepEqual(
    steps[1]?.commands.map(({ command, role }) => [command, role]),
    [
      ['dumont instance get 1', 'setup'],
      ['dumont instance sync <instance_id>', 'documented'],
    ],
  );
  assert.equal(steps[1]?.run?.command, 'dumont instance sync <instance_id>');
});

test('a command after the one that failed did not run', () => {
  const outcomes = documentedSteps(scenario('Guardar e recuperar')).map(({ outcome, run }) => [outcome, run !== null]);
  assert.deepEqual(outcomes, [
    ['passed', true],
    ['failed', true],
    ['not-run', false],
  ]);
});

test('a scenario that was skipped whole has skipped commands', () => {
  assert.deepEqual(
    documentedSteps(scenario('Pulado inteiro')).map(({ outcome }) => outcome),
    ['skipped'],
  );
});

test('a dry run has the same commands, and none of them ran', () => {
  const steps = documentedSteps(scenario('Guardar e recuperar', planned));
  assert.deepEqual(
    steps.map(({ number, command, run }) => [number, command, run]),
    documentedSteps(scenario('Guardar e recuperar')).map(({ number, command }) => [number, command, null]),
  );
});

test('commands without comments are numbered by their position', () => {
  const steps = documentedSteps(scenario('Sem comentários'));
  assert.deepEqual(
    steps.map(({ number, title, command, validations }) => [number, title, command, validations.length]),
    [
      [1, '', 'dumont um', 0],
      [2, '', 'dumont dois', 1],
    ],
  );
});

test('a scenario without a command has none, even if one prepares it', () => {
  assert.deepEqual(documentedSteps(scenario('Sem comandos')), []);
  assert.equal(openingSteps(scenario('Sem comandos')).length, 2);
});

test('a row of an outline knows its steps as they were written, and any other step is as written', () => {
  const [command, look] = scenario('Sem sorte').plan.slice(1);
  assert.equal(command?.text, 'executo `dumont dois`');
  assert.equal(command?.written.text, 'executo `dumont <comando>`');
  assert.deepEqual(look?.table, [['dois', 'outra']]);
  assert.deepEqual(look?.written.table, [['<comando>', 'outra']]);
  const [plain] = scenario('Sem comandos').plan.slice(1);
  assert.deepEqual(
    [plain?.written.keyword, plain?.written.text, plain?.written.line],
    [plain?.keyword, plain?.text, plain?.line],
  );
});

test('while a run goes on, a command is unfinished or has not run', () => {
  const { plan, attempts, ...rest } = scenario('Guardar e recuperar');
  const [attempt] = attempts;
  assert.ok(attempt);
  const steps = attempt.steps.map(
    (step, index) => ({ ...step, status: index === 3 ? 'RUNNING' : index < 3 ? 'PASSED' : 'WAITING' }) as const,
  );
  const going: Scenario = { ...rest, plan, attempts: [{ ...attempt, durationMs: null, steps }] };
  assert.deepEqual(
    documentedSteps(going).map(({ outcome }) => outcome),
    ['unfinished', 'not-run', 'not-run'],
  );
  assert.deepEqual(
    documentedSteps({ ...going, attempts: [] }).map(({ outcome }) => outcome),
    ['not-run', 'not-run', 'not-run'],
  );
});

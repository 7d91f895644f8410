import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContract } from '../../contract/contract';
import type { CommandEvidence } from '../../shared/messages/evidence';
import { readRun } from '../read-run';
import { Probe } from '../testing/probe';
import { coverageJson, coverageOf, type OperationCoverage } from './coverage';
import { exchange, journey, runOf, SMALL_CONTRACT, scenario, then, when } from './coverage.fixture';
import { DOCUMENT, DOCUMENT_TOTAL } from './document-figures';

const STATUS = then('a API responde 200');
const CONTENT = then('o campo "count" é maior que 0');

function operation(operations: readonly OperationCoverage[], id: string): OperationCoverage {
  const found = operations.find((one) => one.id === id);
  assert.ok(found, id);
  return found;
}

function states({ parameters }: OperationCoverage): Record<string, string> {
  return Object.fromEntries(parameters.map(({ name, state }) => [name, state]));
}

test('a command is asserted by what passed between it and the next one, and a status alone is told apart', () => {
  const steps = [
    when('dumont thing list', [exchange('listThings')]),
    STATUS,
    CONTENT,
    when('dumont thing create', [exchange('createThing')]),
    STATUS,
    when('dumont thing delete 1', [exchange('deleteThing')]),
    then('o campo "x" é 1', { status: 'FAILED' }),
  ];
  const { journeys, weak } = coverageOf(runOf([journey([scenario(steps)])]), SMALL_CONTRACT);
  assert.deepEqual(journeys[0]?.own, { promised: 3, ran: 3, executed: 3, asserted: 2, statusOnly: 1 });
  assert.deepEqual(
    journeys[0]?.commands.map(({ command, asserted }) => [command, asserted]),
    [
      ['dumont thing list', 'content'],
      ['dumont thing create', 'status'],
      ['dumont thing delete 1', 'no'],
    ],
  );
  assert.deepEqual(
    weak.map(({ command, asserted }) => [command, asserted]),
    [
      ['dumont thing create', 'status'],
      ['dumont thing delete 1', 'no'],
    ],
  );
});

test('only an Então asserts: what prepares or acts after a command says nothing of its reply', () => {
  const steps = [
    when('dumont thing list', [exchange('listThings')]),
    then('o tempo passa', { purpose: 'act' }),
    then('que a rede volta', { purpose: 'prepare' }),
  ];
  const { journeys } = coverageOf(runOf([journey([scenario(steps)])]), SMALL_CONTRACT);
  assert.equal(journeys[0]?.own.asserted, 0);
});

test('a command that stays on the machine ran but was not executed, and says so', () => {
  const steps = [when('dumont thing lst', []), then('a saída mostra "thing list"')];
  const { journeys } = coverageOf(runOf([journey([scenario(steps)])]), SMALL_CONTRACT);
  assert.deepEqual(journeys[0]?.own, { promised: 1, ran: 1, executed: 0, asserted: 1, statusOnly: 0 });
  assert.equal(journeys[0]?.commands[0]?.why, 'resolveu-se na própria máquina, sem pedir nada à API');
});

test('a request without a reply and the fetching of the description do not count as executed', () => {
  const steps = [
    when('dumont thing list', [exchange('listThings', { status: null })]),
    when('dumont thing create', [exchange(null, { kind: 'discovery', path: '/openapi.json' })]),
  ];
  const { journeys, outside, operations } = coverageOf(runOf([journey([scenario(steps)])]), SMALL_CONTRACT);
  assert.deepEqual(
    journeys[0]?.commands.map(({ executed, why }) => [executed, why]),
    [
      [false, 'a API não respondeu'],
      [false, 'resolveu-se na própria máquina, sem pedir nada à API'],
    ],
  );
  assert.deepEqual(outside, []);
  assert.deepEqual(operation(operations, 'listThings').requests, { own: 1, rules: 0, support: 0 });
  assert.deepEqual(journeys[0]?.operations.own, []);
});

test('commands of a scenario that nobody ran, or that was skipped, are promised and not executed', () => {
  const step = when('dumont thing list', [exchange('listThings')]);
  const hook = {
    ...then(''),
    kind: 'before' as const,
    status: 'SKIPPED' as const,
    notes: [{ kind: 'skipped', cause: 'destructive', text: 'cria recursos' } as const],
  };
  const waiting = { ...step, commands: [], status: 'SKIPPED' as const };
  const { journeys } = coverageOf(
    runOf([journey([scenario([step], {}, { ran: false }), scenario([hook, waiting])])]),
    SMALL_CONTRACT,
  );
  assert.deepEqual(
    journeys[0]?.commands.map(({ ran, why }) => [ran, why]),
    [
      [false, 'o cenário não rodou'],
      [false, 'o cenário foi pulado: cria recursos'],
    ],
  );
});

test('commands of the rules, and those that prepare or look, are counted apart from the journey', () => {
  const support = (role: CommandEvidence['role']): CommandEvidence => {
    const [made] = when('dumont thing delete 1', [exchange('deleteThing')]).commands;
    assert.ok(made);
    return { ...made, role };
  };
  const prepares = { ...then('que já tenho'), purpose: 'prepare' as const, commands: [support('setup'), support('setup')] };
  const run = runOf([
    journey([
      scenario([when('dumont thing list', [exchange('listThings')]), STATUS]),
      scenario([prepares, when('dumont thing create', [exchange('createThing')]), CONTENT], { tags: [] }),
    ]),
  ]);
  const { journeys, total, operations } = coverageOf(run, SMALL_CONTRACT);
  assert.deepEqual(journeys[0]?.operations, {
    own: ['listThings'],
    rules: ['createThing'],
    any: ['listThings', 'deleteThing', 'createThing'],
  });
  assert.deepEqual(journeys[0]?.rules, { promised: 1, ran: 1, executed: 1, asserted: 1, statusOnly: 0 });
  assert.deepEqual(operation(operations, 'deleteThing').requests, { own: 0, rules: 0, support: 2 });
  assert.deepEqual(total.operations, { promised: 3, own: 1, sumOfJourneys: 1, documented: 2, any: 3 });
});

test('only the attempt that counts tells whether a command is asserted; what any attempt met was exercised', () => {
  const first = scenario([when('dumont thing list', [exchange('listThings', { path: '/things?limit=1', status: 401 })])]);
  const second = scenario([when('dumont thing list', [exchange('listThings')]), CONTENT]);
  const twice = { ...second, attempts: [...first.attempts, ...second.attempts] };
  const { journeys, operations } = coverageOf(runOf([journey([twice])]), SMALL_CONTRACT);
  assert.deepEqual(journeys[0]?.own, { promised: 1, ran: 1, executed: 1, asserted: 1, statusOnly: 0 });
  const list = operation(operations, 'listThings');
  assert.deepEqual(states(list), { status: 'never', limit: 'exercised' });
  assert.deepEqual(
    list.replies.map(({ status, times }) => [status, times]),
    [
      [200, 1],
      [401, 1],
    ],
  );
});

test('parameters are seen in path, query and body, fields inside fields by name', () => {
  const body = { name: 'a', config: { epochs: 1 }, files: [{}, { path: 'x' }] };
  const steps = [
    when('dumont thing create', [exchange('createThing', { request: JSON.stringify(body), status: 418 })]),
    when('dumont thing list', [exchange('listThings', { path: '/things?status=a%20b&unknown=1' })]),
    when('dumont thing delete 1', [exchange('deleteThing')]),
  ];
  const { operations, total } = coverageOf(runOf([journey([scenario(steps)])]), SMALL_CONTRACT);
  const create = operation(operations, 'createThing');
  assert.deepEqual(states(create), {
    name: 'exercised',
    config: 'exercised',
    'config.epochs': 'exercised',
    files: 'exercised',
    'files[].path': 'exercised',
  });
  assert.deepEqual(states(operation(operations, 'listThings')), { status: 'exercised', limit: 'never' });
  assert.deepEqual(states(operation(operations, 'deleteThing')), { thing_id: 'exercised' });
  assert.deepEqual(total.parameters, { promised: 8, exercised: 7, never: 1, unknown: 0 });
  assert.deepEqual(total.errorReplies, { promised: 3, exercised: 0, never: 3, unknown: 0 });
  assert.deepEqual(create.replies, [
    { status: 201, documented: true, times: 0 },
    { status: 418, documented: false, times: 1 },
    { status: 422, documented: true, times: 0 },
  ]);
});

test('what a stream does not keep, or cut, is unknown and not unexercised', () => {
  const forgotten = exchange('createThing', { durationMs: null });
  const cut = exchange('createThing', { request: '{"name":"a [… 9 caracteres omitidos …]' });
  for (const [one, forgetful] of [
    [forgotten, true],
    [cut, false],
  ] as const) {
    const run = runOf([journey([scenario([when('dumont thing create', [one])])])]);
    const { operations, total, caveats } = coverageOf(run, SMALL_CONTRACT);
    assert.equal(states(operation(operations, 'createThing')).name, 'unknown');
    assert.equal(total.parameters.unknown, 5);
    assert.equal(
      caveats.some((caveat) => caveat.includes('não guardava o que foi enviado')),
      forgetful,
    );
  }
});

test('a request the contract does not know is told, its query left out', () => {
  const steps = [when('dumont x', [exchange(null, { path: '/y?a=1' }), exchange(null, { path: '/y?a=2' }), exchange('gone')])];
  const { outside } = coverageOf(runOf([journey([scenario(steps)])]), SMALL_CONTRACT);
  assert.deepEqual(outside, [
    { method: 'GET', path: '/y', times: 2 },
    { method: 'GET', path: '/things', times: 1 },
  ]);
});

test('a narrowed run, a dry run and skipped scenarios are said before any figure', () => {
  const runInfo = {
    shard: null,
    target: '',
    cli: '',
    commit: null,
    branch: null,
    dirty: false,
    release: null,
    repository: null,
    environment: '',
  };
  const whole = runOf([journey([scenario([STATUS])])], { runInfo: { ...runInfo, whole: true } });
  assert.deepEqual(coverageOf(whole, SMALL_CONTRACT).caveats, []);
  const narrowed = runOf([], { runInfo: { ...runInfo, whole: false } });
  assert.match(coverageOf(narrowed, SMALL_CONTRACT).caveats.join(), /^A execução foi de uma parte da suíte/);
  assert.match(coverageOf(runOf([], { dryRun: true }), SMALL_CONTRACT).caveats.join(), /^Ensaio \(--dry-run\)/);
});

test("the document's figures add up to what the document says", () => {
  const sum = (name: 'commands' | 'endpoints'): number => Object.values(DOCUMENT).reduce((all, one) => all + one[name], 0);
  assert.deepEqual({ commands: sum('commands'), endpoints: sum('endpoints') }, DOCUMENT_TOTAL);
});

test('a stream of cucumber-js is measured against the contract of the product', async (t) => {
  const probe = new Probe({
    'features/01_auth_journey.feature': `# language: pt
Funcionalidade: Jornada 1 - Autenticação

  @jornada
  Cenário: Entrar
    Quando executo \`dumont auth login <email> <password>\`
    Então a API responde 200
    E o campo "token" está preenchido
    Quando executo \`dumont auth me\`
    Então a API responde 200

  Regra: Só entra quem sabe a senha
    Cenário: Errar
      Quando executo \`dumont auth login <email> errada\`
      Então a API responde 401
`,
    'steps/steps.cjs': `
const { Then, When } = require('@cucumber/cucumber');
When('executo {}', function (line) {
  const command = line.replaceAll('\`', '');
  const login = command.includes('login');
  const exchange = login
    ? { method: 'POST', path: '/api/v1/auth/login', operationId: 'login', status: command.includes('errada') ? 401 : 200, request: '{"username":"a","password":"***"}', durationMs: 2 }
    : { method: 'GET', path: '/api/v1/auth/me', operationId: 'getCurrentUser', status: 200, request: null, durationMs: 2 };
  this.attach(JSON.stringify({ command, role: 'documented', argv: [], exitCode: 0, durationMs: 1, stdout: '', stderr: '', exchanges: [exchange] }),
    'application/vnd.dumont.command+json');
});
Then('a API responde {int}', function (status) {});
Then('o campo {string} está preenchido', function (name) {});
`,
  });
  t.after(() => probe.remove());
  await probe.run();
  const run = await readRun([`${probe.folder}/reports/messages.ndjson`]);
  const coverage = coverageOf(run, loadContract());
  const [only] = coverage.journeys;
  assert.deepEqual(only?.own, { promised: 2, ran: 2, executed: 2, asserted: 2, statusOnly: 1 });
  assert.deepEqual(only?.rules, { promised: 1, ran: 1, executed: 1, asserted: 1, statusOnly: 1 });
  assert.deepEqual(only?.operations.own, ['login', 'getCurrentUser']);
  assert.equal(
    only?.difference,
    'O documento traz 5 comandos; o cenário da jornada, 2. O documento conta 4 endpoints; os 2 comandos executados usaram 2 operações, uma por comando. São auth login <username> <password> e auth me. O documento não diz como contou 4.',
  );
  assert.equal(coverage.total.difference, null);
  const login = operation(coverage.operations, 'login');
  assert.deepEqual(states(login), { username: 'exercised', password: 'exercised' });
  assert.deepEqual(
    login.replies.map(({ status, times }) => [status, times]),
    [
      [200, 1],
      [401, 1],
      [422, 0],
    ],
  );
  assert.deepEqual(JSON.parse(coverageJson(coverage)), { versao: 1, ...coverage });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Contract } from '../../contract/contract';
import { coverageOf } from './coverage';
import { exchange, journey, runOf, SMALL_CONTRACT, scenario, when } from './coverage.fixture';
import { DOCUMENT, DOCUMENT_TOTAL } from './document-figures';

const list = (command = 'dumont thing list') => when(command, [exchange('listThings')]);
const create = (command = 'dumont thing create') => when(command, [exchange('createThing')]);
const remove = (command = 'dumont thing delete 1') => when(command, [exchange('deleteThing')]);

/** The sentence for the journey whose document has 4 commands and 3 endpoints. */
function differenceOf(steps: ReturnType<typeof list>[], beside: ReturnType<typeof list>[] = []): string | null | undefined {
  const run = runOf([journey([scenario(steps)], '08_ai_deploy'), journey([scenario(beside)], 'other')]);
  return coverageOf(run, SMALL_CONTRACT).journeys[0]?.difference;
}

test('nothing is explained where the figures agree', () => {
  assert.equal(differenceOf([list(), create(), remove(), list()]), null);
});

test('nothing is explained where the document has nothing, or its commands were not in the run', () => {
  const run = runOf([journey([scenario([list()])], 'other'), journey([], '08_ai_deploy')]);
  assert.deepEqual(
    coverageOf(run, SMALL_CONTRACT).journeys.map(({ difference }) => difference),
    [null, null],
  );
});

test('an operation that several commands used is named with how often, and the count by spelling that gives the number', () => {
  assert.equal(
    differenceOf([list(), list('dumont thing list limit=1'), create(), create()]),
    'O documento conta 3 endpoints; os 4 comandos executados usaram 2 operações (thing list 2 vezes e thing create 2 vezes). Chega-se a 3 contando os comandos escritos de formas diferentes.',
  );
});

test('the count without the operations of other journeys is told when it gives the number', () => {
  const both = when('dumont thing both', [
    exchange('listThings'),
    exchange('createThing'),
    exchange('deleteThing'),
    exchange('x'),
  ]);
  assert.equal(
    differenceOf([both, both, both, both], [list()]),
    'O documento conta 3 endpoints; os 4 comandos executados usaram 4 operações (thing list 4 vezes, thing create 4 vezes, thing delete <thing_id> 4 vezes e x 4 vezes; "dumont thing both" pede 4). Chega-se a 3 contando os endereços sem o método (/things atende 2), ou só o que nenhuma outra jornada usa (fora thing list).',
  );
});

test('that no count gives the number is said, with what was used', () => {
  assert.equal(
    differenceOf([list(), list(), list(), list()]),
    'O documento conta 3 endpoints; os 4 comandos executados usaram 1 operação (thing list 4 vezes). É thing list. O documento não diz como contou 3.',
  );
});

test('commands that did not get to the API are named with the reason, and no reading of the number is tried', () => {
  const local = when('dumont thing lst', []);
  const another = when('dumont thing mend', []);
  assert.equal(
    differenceOf([list(), create(), local, another]),
    '"dumont thing lst" e "dumont thing mend" não chegaram à API: resolveu-se na própria máquina, sem pedir nada à API. O documento conta 3 endpoints; os 2 comandos executados usaram 2 operações, uma por comando.',
  );
  assert.equal(
    differenceOf([local, local, local, local]),
    'Nenhum comando chegou à API: resolveu-se na própria máquina, sem pedir nada à API.',
  );
});

test('the totals are explained by the journeys that share an operation, only when every command of the document ran', () => {
  const journeys = Object.entries(DOCUMENT).map(([name, { commands }]) =>
    journey(
      [scenario(Array.from({ length: commands }, (_, index) => (index === 0 && name === '09_migration' ? create() : list())))],
      name,
    ),
  );
  const total = coverageOf(runOf(journeys), SMALL_CONTRACT).total;
  assert.deepEqual(total.document, DOCUMENT_TOTAL);
  assert.equal(
    total.difference,
    'O documento soma os endpoints de cada jornada: 54. Somadas do mesmo jeito, as operações usadas são 11: 10 jornadas diferem. Contadas uma vez cada, são 2: 1 serve a mais de uma jornada, thing list (10).',
  );
  assert.equal(coverageOf(runOf(journeys.slice(1)), SMALL_CONTRACT).total.difference, null);
});

test('a run is measured against the contract it is given', () => {
  const empty = new Contract({ ...SMALL_CONTRACT.document, paths: {} });
  const { total, outside } = coverageOf(runOf([journey([scenario([list()])])]), empty);
  assert.deepEqual(total.parameters, { promised: 0, exercised: 0, never: 0, unknown: 0 });
  assert.deepEqual(outside, [{ method: 'GET', path: '/things', times: 1 }]);
});

test('of the one command that got to the API nothing is said of one operation each', () => {
  assert.match(
    differenceOf([list(), when('dumont thing create', []), when('dumont thing delete 1', [])]) ?? '',
    /o comando executado usou 1 operação\./,
  );
});

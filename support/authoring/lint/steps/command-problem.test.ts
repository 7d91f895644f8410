import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { problemOf } from './command-problem';

const FEATURES = path.resolve(__dirname, '..', '..', '..', '..', 'features');

test('misspellings of the features’ commands are told, each with the part that is wrong as it is written', () => {
  const files = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.feature'));
  const texts = files.map((name) => readFileSync(path.join(FEATURES, name), 'utf8'));
  const commands = new Set(texts.join('\n').match(/dumont [a-z-]+ [^`|\n]*(?=`| \|)/g) ?? []);
  assert.ok(commands.size > 100);
  const right = [...commands].filter((command) => problemOf(command, false) === null);
  assert.ok(right.length > commands.size / 2);
  let told = 0;
  for (const command of right) {
    const wrong = [
      command.replace(/(?<=dumont )\S/, 'z'),
      command.replace(/(?<=dumont \S+ )\S/, 'z'),
      `${command} x=1`,
      `dumont "${command}`,
    ];
    for (const each of wrong) {
      const problem = problemOf(each, false);
      assert.ok(problem, each);
      assert.ok(each.includes(problem.part), each);
      told += 1;
    }
  }
  assert.ok(told > 400);
});

test('what the API demands is asked for only where a command is to be whole', () => {
  assert.equal(problemOf('dumont instance create label=a', false), null);
  assert.equal(problemOf('dumont instance create label=a', true)?.sentence, 'Falta offer_id= neste comando, e a API o exige.');
});

test('a word of the command is no id: an estimate without one is not a migration of "estimate"', () => {
  const problem = problemOf('dumont instance migrate estimate target_type=cpu', false);
  assert.equal(problem?.sentence, 'Falta <instance_id> antes de "estimate".');
});

for (const told of ['dumont --help', 'dumont help', 'dumont instance --help', 'dumont --version']) {
  test(`nothing is wrong with ${told}`, () => assert.equal(problemOf(told, true), null));
}

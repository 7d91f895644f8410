import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCondition } from './conditions';
import { Memory } from './memory';

const memory = new Memory();
memory.store('preço', 0.42);
memory.store('email', 'ana@example.com');
memory.store('lista', [1, 2]);
memory.store('máquina', '20009');

const holds = (condition: string, value: unknown): boolean => parseCondition(condition).holds(value, memory);

test('each condition accepts what it says and refuses its neighbours', () => {
  const cases: [condition: string, accepted: unknown[], refused: unknown[]][] = [
    ['é 5', [5], [6, '5', undefined, null]],
    ['é 0,50', [0.5], [0.51, '0.5']],
    ['é -3', [-3], [3]],
    ['é "x"', ['x'], ['X', 'xx', undefined]],
    ['é ""', [''], [' ', undefined]],
    ['é true', [true], [false, 'true', 1]],
    ['é null', [null], [undefined, 0]],
    ['é <preço>', [0.42], [0.43, '0.42']],
    ['é <máquina>', ['20009', 20009], [20008, '020009', null, [20009]]],
    ['é <lista>', [[1, 2]], [[2, 1], [1]]],
    ['é "<email>"', ['ana@example.com'], ['<email>']],
    ['é true ou false', [true, false], ['true', undefined, null, 0]],
    ['é uma lista', [[], [1]], [{}, undefined, '']],
    ['é maior que 0', [0.1], [0, -1, '1', undefined, null]],
    ['é menor que 1', [0], [1, undefined]],
    ['é no mínimo 16', [16, 17], [15.9, '16']],
    ['é no máximo 0.50', [0.5, 0.1], [0.51, undefined]],
    ['é maior que <preço>', [0.43], [0.42]],
    ['é diferente de <preço>', [0.43, 'x'], [0.42, undefined, null]],
    ['está entre 0 e 23', [0, 23], [-1, 24, '5', undefined]],
    ['está preenchido', ['a', 0, false, [1], { a: 1 }], ['', '  ', null, undefined, [], {}]],
    ['contém "step"', ['a step b', ['step']], ['stop', ['steps'], undefined, 5]],
    ['combina com "rtx4090"', ['RTX 4090', 'rtx_4090', 'RTX-4090'], ['RTX 4090 Ti', '', undefined, 4090]],
    ['começa com "unsloth/"', ['unsloth/x'], ['x unsloth/', undefined]],
  ];
  for (const [condition, accepted, refused] of cases) {
    for (const value of accepted) assert.ok(holds(condition, value), `${condition} should accept ${JSON.stringify(value)}`);
    for (const value of refused) assert.ok(!holds(condition, value), `${condition} should refuse ${JSON.stringify(value)}`);
  }
});

test('a condition explains itself after "deveria", with its placeholders filled', () => {
  const cases = {
    'é no máximo <preço>': 'ser no máximo 0.42',
    'é "x"': 'ser "x"',
    'é uma lista': 'ser uma lista',
    'está entre 0 e <preço>': 'estar entre 0 e 0.42',
    'está preenchido': 'estar preenchido',
    'contém "é"': 'conter "é"',
    'começa com "unsloth/"': 'começar com "unsloth/"',
  };
  for (const [written, explained] of Object.entries(cases)) assert.equal(parseCondition(written).explain(memory), explained);
});

test('a diff gets the very value that a field should be, of any other condition the words', () => {
  const cases: Readonly<Record<string, unknown>> = {
    'é <lista>': [1, 2],
    'é "<email>"': 'ana@example.com',
    'é 0,5': 0.5,
    'é no máximo <preço>': 'é no máximo 0.42',
    'está preenchido': 'está preenchido',
  };
  for (const [written, expected] of Object.entries(cases))
    assert.deepEqual(parseCondition(written).expected(memory), expected, written);
});

test('what is no condition is refused with examples', () => {
  for (const text of ['é', 'eh 5', 'é cinco', 'fica entre 0 e 1', 'é maior que', 'está']) {
    assert.throws(() => parseCondition(text), /não entendi a condição .*; exemplos: /, text);
  }
});

test('an unknown placeholder names those that the scenario knows', () => {
  assert.throws(
    () => holds('é <custo>', 1),
    /não conheço <custo>: até aqui este cenário anotou <preço>, <email>, <lista>, <máquina>\./,
  );
});

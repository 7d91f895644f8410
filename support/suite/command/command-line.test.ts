import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Memory } from '../language/memory';
import { commandArguments } from './command-line';

const memory = new Memory();
memory.store('id', 42);
memory.store('senha', `a b'c"; $(rm -rf /)`);

test('a command becomes arguments as a shell would split it, without a shell', () => {
  assert.deepEqual(commandArguments('dumont advisor recommend task="Train Llama 3 8B with LoRA"', memory), [
    'advisor',
    'recommend',
    'task=Train Llama 3 8B with LoRA',
  ]);
  assert.deepEqual(commandArguments('dumont x a;b | c > d $HOME * `e`', memory).slice(1), [
    'a;b',
    '|',
    'c',
    '>',
    'd',
    '$HOME',
    '*',
    '`e`',
  ]);
});

test('a placeholder stays one argument, whatever its value holds', () => {
  assert.deepEqual(commandArguments('dumont auth login <id> <senha>', memory), ['auth', 'login', '42', `a b'c"; $(rm -rf /)`]);
  assert.deepEqual(commandArguments('dumont x id=<id>', memory), ['x', 'id=42']);
});

test('what cannot be run says why', () => {
  assert.throws(
    () => commandArguments('dumont get <nada>', memory),
    /não conheço <nada>: até aqui este cenário anotou <id>, <senha>\./,
  );
  assert.throws(() => commandArguments('rm -rf /', memory), /não começa com "dumont"/);
  assert.throws(() => commandArguments('dumont x "aberta', memory), /uma aspa que abre e não fecha/);
  assert.throws(() => commandArguments('dumont <x>', new Memory()), /não anotou nada/);
});

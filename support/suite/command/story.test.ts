import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Memory } from '../language/memory';
import { Redactor } from '../safety/redaction';
import { notedStory } from './story';

function memoryWith(name: string, value: unknown): Memory {
  const memory = new Memory();
  memory.store(name, value, 'dumont auth login <email> <password>');
  return memory;
}

test('says what a placeholder of the sentence stands for, and which command told it', () => {
  const memory = memoryWith('gpu_id', 27);
  memory.store('other', 1);
  assert.deepEqual(notedStory('a instância <gpu_id> não está <pausada>.', memory, new Redactor()), [
    '  anotado:   <gpu_id> = 27, de dumont auth login <email> <password>',
  ]);
});

test('a long secret is masked before the line is shortened, and so is one with quotes in it', () => {
  for (const secret of [`${'s3cr3t-'.repeat(60)}fim`, 'a"b\\c"senha']) {
    const redactor = new Redactor();
    redactor.learn(secret);
    assert.deepEqual(notedStory('o <token> mudou.', memoryWith('token', secret), redactor), [
      '  anotado:   <token> = "***", de dumont auth login <email> <password>',
    ]);
  }
});

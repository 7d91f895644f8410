import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Memory } from '../language/memory';
import { Redactor } from '../safety/secrets/redaction';
import type { Exchange } from '../wire/exchange';
import { calledInstead } from './called-instead';
import { answerStory, notedStory } from './story';

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

test('a command that sent nothing is told with what it did instead', () => {
  const discovery = { kind: 'discovery', method: 'GET', path: '/api/v1/openapi.json', status: 200 } as unknown as Exchange;
  const silent = { reply: null, exchanges: [], calledInstead: null };
  assert.equal(answerStory(silent), 'nenhum pedido chegou à API');
  assert.equal(
    answerStory({ ...silent, exchanges: [discovery] }),
    'nenhum pedido chegou à API, só a busca do contrato (GET /api/v1/openapi.json → 200)',
  );
  assert.equal(
    answerStory({ ...silent, calledInstead: 'http://localhost:8766' }),
    'nenhum pedido chegou à API: a CLI chamou http://localhost:8766, não o endereço que a suíte lhe deu',
  );
});

test('the address that a program could not reach is found in what it says of that, and nowhere else', () => {
  const own = 'http://127.0.0.1:40123';
  const cases: [printed: string, address: string | null][] = [
    ['❌ Could not connect to http://localhost:8000/api/v1: refused', 'http://localhost:8000'],
    ["HTTPConnectionPool(host='localhost', port=8766): Max retries exceeded with url: /api", 'http://localhost:8766'],
    ['connect ECONNREFUSED 127.0.0.1:8766', 'http://127.0.0.1:8766'],
    ['curl: (7) Failed to connect to localhost port 8766 after 0 ms', 'http://localhost:8766'],
    ['Não foi possível conectar a https://api.dumont.example', 'https://api.dumont.example'],
    [`Could not connect to ${own}`, null],
    ['Unknown command; see https://docs.dumont.example', null],
    ['connection refused at 10:45:50', null],
    ['', null],
  ];
  for (const [printed, address] of cases) assert.equal(calledInstead(`🔄 GET\n${printed}\nbye`, own), address, printed);
});

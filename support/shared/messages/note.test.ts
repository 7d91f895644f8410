import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Note, readNote } from './note';

const NOTES: readonly Note[] = [
  { kind: 'remark', text: 'Conferido por contagem.' },
  { kind: 'skipped', cause: 'destructive', text: 'cria ou destrói recursos' },
  { kind: 'finding', cause: 'contract', command: null, sentence: 'fora do contrato', text: 'fora do contrato: …' },
  {
    kind: 'contract-difference',
    operationId: 'x',
    part: 'response',
    pointer: '/a',
    wanted: 'um texto',
    found: '7',
    text: 'x: …',
  },
  { kind: 'request', purpose: 'probe', method: 'GET', path: '/x', operationId: 'x', status: null, durationMs: 3, text: 'GET /x' },
  {
    kind: 'promise',
    step: '2.3',
    command: 'dumont instance list',
    operationId: 'listInstances',
    verdict: 'unverified',
    waitsFor: '2.2',
    contractDifferences: 0,
    text: 'espera pelo passo 2.2',
  },
];

test('every kind of note is read as it was written', () => {
  for (const note of NOTES) assert.deepEqual(readNote(JSON.stringify(note)), note);
});

test('what is no note is not taken for one', () => {
  for (const note of NOTES) {
    const { text: _, ...silent } = note;
    assert.equal(readNote(JSON.stringify(silent)), null, note.kind);
    assert.equal(readNote(JSON.stringify({ ...note, kind: 'other' })), null);
  }
  const [, , , difference, request] = NOTES;
  assert.equal(readNote(JSON.stringify({ ...difference, pointer: 7 })), null);
  assert.equal(readNote(JSON.stringify({ ...request, status: '200' })), null);
  for (const body of ['', 'null', '[]', '"remark"', '{']) assert.equal(readNote(body), null);
});

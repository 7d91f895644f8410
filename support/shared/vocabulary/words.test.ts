import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distance, nearestWord } from '../spelling';
import { stem } from './words';

test('the forms of a word come to the same stem', () => {
  const families = [
    ['pausar', 'pausei', 'pausada', 'pausado', 'pausou', 'pausam', 'parada'],
    ['criar', 'criei', 'criada', 'criação', 'cria'],
    ['instância', 'instâncias', 'instancia', 'INSTÂNCIA'],
    ['item', 'itens'],
    ['arquivo', 'arquivos'],
    ['gravei', 'gravo', 'gravar', 'gravados'],
    ['fica', 'ficou', 'ficar', 'fique'],
    ['tenho', 'tem', 'têm', 'tinha'],
    ['responde', 'retorna', 'devolveu'],
    ['destruir', 'destruída', 'destruiu'],
  ];
  for (const family of families) assert.equal(new Set(family.map(stem)).size, 1, family.map(stem).join(' '));
});

test('words that mean something else do not', () => {
  const words = [
    'instância',
    'snapshot',
    'oferta',
    'lista',
    'campo',
    'erro',
    'arquivo',
    'conta',
    'pausada',
    'cancelado',
    'fila',
    'e',
    'é',
  ];
  assert.equal(new Set(words.map(stem)).size, words.length, words.map(stem).join(' '));
});

test('a slip of two neighbours counts once', () => {
  assert.equal(distance('instance', 'intsance'), 1);
  assert.equal(distance('', 'abc'), 3);
  assert.equal(distance('abc', 'abc'), 0);
});

test('the nearest word is near or none', () => {
  assert.equal(nearestWord('intance_id', ['gpu_id', 'instance_id']), 'instance_id');
  assert.equal(nearestWord('PREÇO', ['preco_atual', 'preço']), 'preço');
  assert.equal(nearestWord('abacaxi', ['instance_id', 'gpu']), undefined);
  assert.equal(nearestWord('abacaxi', []), undefined);
});

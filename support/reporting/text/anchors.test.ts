import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Anchors } from './anchors';

test('ids are readable, free of accents and never the same twice', () => {
  const anchors = new Anchors();
  assert.equal(anchors.for('02_alugar', 'Só se retoma o que está pausado!'), '02-alugar--so-se-retoma-o-que-esta-pausado');
  assert.equal(anchors.for('02_alugar', 'Só se retoma o que está pausado!'), '02-alugar--so-se-retoma-o-que-esta-pausado-2');
  assert.equal(anchors.for('日本'), 'item');
});

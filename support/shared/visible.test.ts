import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visible } from './visible';

test('what moves the cursor, hides or turns the text around is shown as a mark', () => {
  assert.equal(visible('a\u001b[31mb\r\nc\td\u0007'), 'a␛[31mb\nc\td␇');
  assert.equal(visible('fatura\u202Efdp.exe\u2066x\u200b'), 'fatura⟨U+202E⟩fdp.exe⟨U+2066⟩x⟨U+200B⟩');
  assert.equal(visible('👩‍🚀 ção'), '👩‍🚀 ção');
});

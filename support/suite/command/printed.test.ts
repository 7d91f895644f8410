import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printedDocuments } from './printed';

const INDENTED = '{\n  "a": [\n    1\n  ]\n}';

const OUTPUTS: readonly [shape: string, stdout: string, documents: readonly unknown[]][] = [
  ['after status lines', `🔄 GET /x\n✅ Success (200)\n${INDENTED}\n`, [{ a: [1] }]],
  ['between log lines', `[INFO] 12:00:01 start\n${INDENTED}\n[INFO] 12:00:02 done\n`, [{ a: [1] }]],
  ['on one line', 'GET /x\n{"a": [1], "b": "}"}\nbye\n', [{ a: [1], b: '}' }]],
  ['with escaped accents', '{"city": "S\\u00e3o Paulo", "quote": "\\"[{"}\n', [{ city: 'São Paulo', quote: '"[{' }]],
  ['several documents with lines between', `{"level": "info"}\nnow\n${INDENTED}\n[]\n`, [{ level: 'info' }, { a: [1] }, []]],
  ['a list, a value and a text', '[\n  {\n    "a": 1\n  }\n]\n12\nnull\n"só isto"\n', [[{ a: 1 }], 12, null, 'só isto']],
  ['messages that begin like a document', '[aviso] x\n{ não é\n[1] passo\n', []],
  ['a message that closes what it opens', '[aviso] x\n[1] passo\n{}\n', [{}]],
  ['no final newline', '{"a": 1}', [{ a: 1 }]],
  ['cut short', '✅ Success (200)\n{\n  "a": [1', []],
  ['cut short on one line', '{"a": {"b": 1}', []],
  ['only the beginning of the output is cut', '  "b": 1\n}\n', []],
  ['a document with something after it on its line', '{"a": 1} ok\n', []],
  ['nothing', '', []],
];

for (const [shape, stdout, documents] of OUTPUTS) {
  test(`documents of an output: ${shape}`, () => assert.deepEqual(printedDocuments(stdout), documents));
}

test('a long document that is cut short is given up at once', () => {
  assert.deepEqual(printedDocuments(`✅ Success (200)\n{\n${'  "k": "v",\n'.repeat(200_000)}`), []);
  assert.deepEqual(printedDocuments('{\n'.repeat(200_000)), []);
});

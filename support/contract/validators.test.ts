import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { loadContract } from './contract';
import { validatorOf } from './validators';

const REGISTER = path.join(__dirname, '..', 'register.cjs');

test('a validator judges the same when it is made and when it is read from the disk', () => {
  const schema = {
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'string', format: 'email', minLength: 3 } },
  } as const;
  for (const time of ['made', 'read']) {
    const validate = validatorOf({ ...schema, description: String(process.pid) }, 'exchange');
    assert.equal(validate({ a: 'ana@example.com' }), true, time);
    assert.equal(validate({ a: 5 }), false, time);
    assert.deepEqual(
      validate.errors?.map(({ keyword, instancePath, parentSchema }) => [keyword, instancePath, parentSchema]),
      [['type', '/a', schema.properties.a]],
      time,
    );
  }
});

test('texts are coerced and get their defaults, a body only its defaults', () => {
  const schema = { type: 'object', properties: { n: { type: 'integer' }, d: { type: 'integer', default: 7 } } } as const;
  const texts: Record<string, unknown> = { n: '5' };
  assert.equal(validatorOf(schema, 'texts')(texts), true);
  assert.deepEqual(texts, { n: 5, d: 7 });
  assert.equal(validatorOf(schema, 'body')({ n: '5' }), false);
});

test('a process that only reads validators does not load Ajv', () => {
  const { path: template } = loadContract().operation('getHealth');
  const program = `
    const { checkExchange } = require('./checker.ts');
    checkExchange({ method: 'GET', path: '${template}', query: new URLSearchParams(), requestBody: undefined, status: 200, responseBody: {} })
      .then((found) => console.log(found.length > 0, Object.keys(require.cache).some((file) => file.endsWith('ajv/dist/2020.js'))));`;
  const run = (): string =>
    execFileSync(process.execPath, ['-r', REGISTER, '-e', program], { cwd: __dirname, encoding: 'utf8' }).trim();
  run();
  assert.equal(run(), 'true false');
});

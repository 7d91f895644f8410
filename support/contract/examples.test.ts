import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkExchange } from './checker';
import { loadContract } from './contract';
import { exampleExchanges } from './exchanges.fixture';
import { schemaFindings } from './schema-findings';

const { operations, document } = loadContract();

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { Validator } = await import('@seriousme/openapi-schema-validator');
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)));
    assert.deepEqual(errors ?? [], []);
    assert.ok(valid);
    assert.equal(validator.version, '3.1');
  });

  it('has an example for each request body and each reply, errors included', () => {
    for (const { id, requestBody, replies } of operations) {
      if (requestBody) assert.ok(requestBody.examples.length > 0, `${id}: no example of a request`);
      for (const [status, reply] of replies) assert.ok(reply.examples.length > 0, `${id}: no example of a ${status}`);
    }
  });

  it('has examples that their schemas accept', () => {
    for (const { id, requestBody, replies } of operations) {
      for (const body of [...(requestBody ? [requestBody] : []), ...replies.values()]) {
        for (const example of body.examples)
          assert.deepEqual(schemaFindings(body.schema, example), [], `${id}: ${body.description}`);
      }
    }
  });

  for (const { id } of operations) {
    it(`has examples of ${id} that keep what it promises`, async () => {
      const exchanges = exampleExchanges(id);
      assert.ok(exchanges.length > 0);
      for (const exchange of exchanges) {
        const mismatches = await checkExchange(exchange);
        assert.deepEqual(
          mismatches.map(({ sentence }) => sentence),
          [],
        );
      }
    });
  }

  it('closes every object of a reply but those whose shape nobody knows', () => {
    const open: string[] = [];
    const walk = (schema: unknown, where: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { type, properties, additionalProperties, unevaluatedProperties, allOf } = schema as Record<string, unknown>;
      const closed = additionalProperties !== undefined || unevaluatedProperties === false;
      if ((properties || [type].flat().includes('object')) && !closed && !where.includes('/allOf/')) open.push(where);
      if (allOf && !closed) open.push(where);
      for (const [key, inner] of Object.entries(schema)) {
        if (!['if', 'then', 'else', 'default'].includes(key)) walk(inner, `${where}/${key}`);
      }
    };
    for (const { id, replies } of operations) for (const [status, { schema }] of replies) walk(schema, `${id} ${status} `);
    const free = (where: string): boolean => / \/properties\/details(\/items\/properties\/ctx)?$/.test(where);
    assert.deepEqual(
      open.filter((where) => !free(where)),
      [],
    );
  });

  it('requires every property of a reply but those that only some deployments have', () => {
    const optional = new Set<string>();
    const walk = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties, required } = schema as { properties?: object; required?: string[] };
      for (const name of Object.keys(properties ?? {})) if (!required?.includes(name)) optional.add(name);
      for (const [key, inner] of Object.entries(schema)) if (!['if', 'then', 'else'].includes(key)) walk(inner);
    };
    for (const { replies } of operations) for (const [status, { schema }] of replies) if (status < 300) walk(schema);
    const offersOfNewerDeployments = [
      'blacklist_reason',
      'is_blacklisted',
      'machine_id',
      'reliability_status',
      'success_rate',
      'total_attempts',
    ];
    const onlySometimes = ['config', 'dependencies', 'error', 'health_status'];
    assert.deepEqual([...optional].sort(), [...offersOfNewerDeployments, ...onlySometimes].sort());
  });
});

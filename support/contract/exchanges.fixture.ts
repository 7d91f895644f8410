import assert from 'node:assert/strict';
import type { CheckedExchange } from './checker';
import { loadContract, type Operation } from './contract';

/** The resources that the examples of the contract are about. */
const PATH_VALUES: Readonly<Record<string, string>> = {
  instance_id: '27000001',
  gpu_instance_id: '27000001',
  job_id: '5f3a9c1e',
  snapshot_id: '9b1deb4d',
  gpu_name: 'rtx4090',
  gpu_type: 'rtx4090',
};

/** Requests that lead to an example which the first example of the request does not lead to, by a part of the reply. */
const OTHER_REQUESTS: readonly (readonly [id: string, reply: object, request: object])[] = [
  ['configureStandby', { enabled: false }, { enabled: false }],
  ['estimateMigration', { available: false }, { target_type: 'cpu', max_price: 0.01 }],
];

/** The exchange that an example of a successful reply stands for. */
export function exchangeOf(operation: Operation, status: number, responseBody: unknown): CheckedExchange {
  return {
    method: operation.method,
    path: operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => PATH_VALUES[name] ?? assert.fail(`no value for ${name}`)),
    query: operation.id === 'estimateTrainingCost' ? { model: 'llama-3-8b' } : {},
    requestBody: requestFor(operation.id, responseBody) ?? operation.requestBody?.examples[0],
    status,
    responseBody,
  };
}

function requestFor(id: string, reply: unknown): object | undefined {
  const holds = (part: object): boolean =>
    Object.entries(part).every(([name, value]) => (reply as Record<string, unknown>)[name] === value);
  return OTHER_REQUESTS.find(([operationId, part]) => operationId === id && holds(part))?.[2];
}

/** One exchange for each example of a successful reply. */
export function exampleExchanges(id: string): CheckedExchange[] {
  const operation = loadContract().operation(id);
  return [...operation.replies]
    .filter(([status]) => status < 300)
    .flatMap(([status, reply]) => reply.examples.map((example) => exchangeOf(operation, status, example)));
}

/** The first of {@link exampleExchanges}, its reply changed by `change` (a copy is handed to it). */
export function changedExchange<Body>(id: string, change: (body: Body) => unknown): CheckedExchange {
  const [exchange] = exampleExchanges(id);
  assert.ok(exchange);
  const body = structuredClone(exchange.responseBody) as Body;
  return { ...exchange, responseBody: change(body) ?? body };
}

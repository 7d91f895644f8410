import { type Contract, loadContract, type Operation } from './contract';
import { brokenInvariants } from './invariants';
import { brokenPromise, type Mismatch, replyMismatch, requestMismatch, statusMismatch, told, unknownOperation } from './mismatch';
import { type Query, type RequestParts, readRequest, requestFindings } from './request';
import { schemaFindings } from './schema-findings';
import { MASK, maskSecrets, secretValues } from './secrets';

export type { Mismatch } from './mismatch';

/** One request and its reply. Bodies are parsed JSON, the text when they are not JSON, undefined when there was none. */
export interface CheckedExchange {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Query;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
}

/**
 * Compares an exchange with the contract: the status, the reply's body with its schema and, for a success, the request with its
 * operation and the reply with what it promises within itself. A request that the product refused is not looked at: a
 * scenario may send it malformed on purpose.
 * @returns one mismatch per place, secrets masked; none when the exchange is as the contract says
 */
export async function checkExchange(exchange: CheckedExchange): Promise<Mismatch[]> {
  const contract = loadContract();
  const matched = contract.match(exchange.method, exchange.path);
  if (!matched) return [unknownOperation(exchange.method, exchange.path)];
  const { operation } = matched;
  const parts = readRequest(operation, matched.params, exchange.query, exchange.requestBody);
  const asked = isSuccess(exchange) ? requestMismatches(operation, parts, exchange.requestBody) : [];
  const answered = replyMismatches(operation, exchange);
  // What a reply promises within itself, and to its request, can only be asked when both are of the contract's shape.
  const promised =
    isSuccess(exchange) && asked.length + answered.length === 0 ? await brokenPromises(contract, operation, parts, exchange) : [];
  const mismatches = [...asked, ...answered, ...promised];
  return withoutSecrets(mismatches, [
    ...secretValues(operation, 'request', exchange.requestBody),
    ...secretValues(operation, exchange.status, exchange.responseBody),
  ]);
}

function isSuccess({ status }: CheckedExchange): boolean {
  return status >= 200 && status < 300;
}

function requestMismatches(operation: Operation, parts: RequestParts, body: unknown): Mismatch[] {
  const shown = { path: parts.params, query: parts.query, body: maskSecrets(operation, 'request', body) };
  return told(requestFindings(operation, parts, body), shown).map((finding) => requestMismatch(operation, finding));
}

function replyMismatches(operation: Operation, { status, responseBody: body }: CheckedExchange): Mismatch[] {
  const reply = operation.replies.get(status);
  if (!reply) return [statusMismatch(operation, status)];
  const shown = maskSecrets(operation, status, body);
  return told(schemaFindings(reply.schema, body), shown).map((finding) => replyMismatch(operation, status, finding));
}

async function brokenPromises(
  contract: Contract,
  operation: Operation,
  parts: RequestParts,
  { status, responseBody: body }: CheckedExchange,
): Promise<Mismatch[]> {
  const broken = told(await brokenInvariants(contract, operation, parts, body), maskSecrets(operation, status, body));
  return broken.map((finding) => brokenPromise(operation, status, finding));
}

/** A text that repeats a secret from elsewhere in the exchange (an error that quotes the password) is no place to show it. */
function withoutSecrets(mismatches: readonly Mismatch[], secrets: readonly string[]): Mismatch[] {
  const clean = (text: string): string => secrets.reduce((cleaned, secret) => cleaned.replaceAll(secret, MASK), text);
  return mismatches.map((one) => ({ ...one, found: clean(one.found), sentence: clean(one.sentence) }));
}

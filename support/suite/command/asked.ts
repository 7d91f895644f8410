import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkExchange, type Mismatch } from '../../contract/checker';
import { CommandMisuse } from '../../contract/commands/misuse';
import { targetOf } from '../../contract/commands/request';
import { loadContract, type OperationRequest } from '../../contract/contract';
import { isObject } from '../../shared/messages/json-object';
import { plainName } from '../language/plain-name';
import type { Exchange } from '../wire/exchange';

/**
 * The request that the contract has for a command, with the files of the working directory that it carries.
 * @returns null for what asks the CLI itself, and for a command line that the contract refuses
 */
export function askedBy(argv: readonly string[], workFolder: string): OperationRequest | null {
  try {
    const request = loadContract().requestOf(argv);
    return request?.files
      ? { ...request, body: { ...request.body, [request.files.field]: filesIn(workFolder, request.files.names) } }
      : request;
  } catch (error) {
    if (error instanceof CommandMisuse) return null;
    throw error;
  }
}

/** Does what went over the wire say what was asked? Whatever it says more is its own affair. */
export function isAsAsked({ operationId, params, query, body = {} }: OperationRequest, exchange: Exchange): boolean {
  if (exchange.operationId !== operationId) return false;
  const sent = loadContract().match(exchange.method, exchange.path)?.params ?? {};
  const inBody = isObject(exchange.requestBody) ? exchange.requestBody : {};
  const isThere = ([name, wanted]: [string, unknown]): boolean =>
    isSame(wanted, inBody[name]) || (exchange.query.has(name) && isSame(wanted, exchange.query.getAll(name)));
  return (
    Object.entries(params).every(([name, wanted]) => isSame(wanted, sent[name])) &&
    [...Object.entries(query), ...Object.entries(body)].every(isThere)
  );
}

/**
 * The differences from the contract that are the CLI's or the API's: where the command itself asks for what the contract forbids, as a
 * scenario may on purpose, a CLI that says so only did what it was told.
 */
export async function withoutPurpose(asked: OperationRequest | null, mismatches: readonly Mismatch[]): Promise<Mismatch[]> {
  if (asked === null || !mismatches.some(isOfRequest)) return [...mismatches];
  const { path, query } = targetOf(asked);
  const said = { method: asked.method, path, query: new URLSearchParams(query), requestBody: asked.body };
  const meant = (await checkExchange({ ...said, status: 200, responseBody: undefined })).filter(isOfRequest);
  const isMeant = (one: Mismatch): boolean =>
    isOfRequest(one) && meant.some(({ operationId, pointer }) => operationId === one.operationId && pointer === one.pointer);
  return mismatches.filter((one) => !isMeant(one));
}

function isOfRequest({ part }: Mismatch): boolean {
  return part === 'request';
}

/** The same value, in whichever type and spelling it went: `0.5` and `"0.50"`, `rtx4090` and `RTX 4090`, a list and its items with commas. */
function isSame(wanted: unknown, found: unknown): boolean {
  if (found === undefined) return false;
  if (isObject(wanted)) return isObject(found) && Object.entries(wanted).every(([name, value]) => isSame(value, found[name]));
  const [one = '', other = ''] = [wanted, found].map((value) => [value].flat().join(','));
  return plainName(one) === plainName(other) || Number(one) === Number(other);
}

function filesIn(folder: string, names: readonly string[]): Record<string, string> {
  const there = names.map((name) => [name, path.join(folder, name)] as const).filter(([, file]) => existsSync(file));
  return Object.fromEntries(there.map(([name, file]) => [name, readFileSync(file, 'utf8')]));
}

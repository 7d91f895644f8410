import type { Expression } from 'jsonata';
import type { Contract, Invariant, Operation } from './contract';
import { pointerTo, valueAt } from './json-pointer';
import type { Finding } from './mismatch';
import type { RequestParts } from './request';

const compiled = new WeakMap<Invariant, Expression>();

/**
 * The promises of an operation (`x-invariants`) that a successful reply breaks.
 * @param body a body that its schema accepts
 * @throws Error naming operation and invariant when an expression cannot be evaluated, which is a mistake in the contract
 */
export async function brokenInvariants(
  contract: Contract,
  operation: Operation,
  { params, query, request }: RequestParts,
  body: unknown,
): Promise<Finding[]> {
  const broken: Finding[] = [];
  for (const invariant of operation.invariants) {
    const expression = expressionOf(contract, invariant);
    for (const { pointer, key, value } of subjectsOf(invariant, body)) {
      let held: unknown;
      try {
        held = await expression.evaluate(value, { body, key, params, query, request });
      } catch (cause) {
        throw new Error(`o contrato tem uma invariante que não se avalia: ${operation.id}, "${invariant.says}"`, { cause });
      }
      if (held !== true) broken.push({ pointer: pointer + invariant.at, wanted: invariant.says, found: null });
    }
  }
  return broken;
}

interface Subject {
  readonly pointer: string;
  readonly key: string | number | undefined;
  readonly value: unknown;
}

/** What an invariant is evaluated on: the body, or each item of a list or object in it. */
function subjectsOf({ each }: Invariant, body: unknown): Subject[] {
  if (each === undefined) return [{ pointer: '', key: undefined, value: body }];
  const items = valueAt(body, each) ?? {};
  const keyOf = (name: string): string | number => (Array.isArray(items) ? Number(name) : name);
  return Object.entries(items).map(([name, value]) => ({ pointer: pointerTo(each, name), key: keyOf(name), value }));
}

function expressionOf(contract: Contract, invariant: Invariant): Expression {
  let expression = compiled.get(invariant);
  if (!expression) {
    const jsonata = require('jsonata') as typeof import('jsonata');
    expression = jsonata(`(${helpersFor(contract, invariant.holds)} ${invariant.holds})`);
    compiled.set(invariant, expression);
  }
  return expression;
}

/** The helpers that an expression calls, and those that these call, each defined before its use. */
function helpersFor(contract: Contract, expression: string): string {
  const helpers = contract.document['x-invariant-helpers'];
  const needed = new Map<string, string>();
  const need = (text: string): void => {
    for (const [, name] of text.matchAll(/\$(\w+)/g)) {
      const helper = name !== undefined && Object.hasOwn(helpers, name) ? helpers[name] : undefined;
      if (name === undefined || helper === undefined || needed.has(name)) continue;
      need(helper);
      needed.set(name, helper);
    }
  };
  need(expression);
  return [...needed].map(([name, helper]) => `$${name} := ${helper};`).join(' ');
}

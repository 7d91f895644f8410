import { valueAt } from './json-pointer';
import type { Operation } from './operation';

/** One difference between what went over the wire and the contract. */
export interface Mismatch {
  readonly operationId: string;
  readonly part: 'request' | 'status' | 'response';
  /** JSON pointer: into the reply's body; of a request, /query/<name>, /path/<name> or into /body; empty for the whole. */
  readonly pointer: string;
  readonly wanted: string;
  readonly found: string;
  /** One Portuguese sentence without capital and full stop, no secret in it. */
  readonly sentence: string;
}

/** What is wrong at one place of a body, in Portuguese. */
export interface Finding {
  readonly pointer: string;
  readonly wanted: string;
  /** Says what is there; null where the value at the pointer speaks for itself. */
  readonly found: string | null;
}

/** A finding with the value in it, fit to be shown. */
export type ToldFinding = Finding & { readonly found: string };

export const NOTHING = 'nada';

const LONGEST = 120;

/** A value as JSON, cut when it is long; a long list by its size. */
export function show(value: unknown): string {
  if (value === undefined) return NOTHING;
  const text = JSON.stringify(value);
  if (Array.isArray(value) && text.length > LONGEST) return `uma lista de ${value.length} itens`;
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/**
 * Puts the values found into the findings. Those that differ only in the position within a list become one, the first, which says
 * how many there are.
 * @param shown the body that the pointers point into, its secrets masked
 */
export function told(findings: readonly Finding[], shown: unknown): ToldFinding[] {
  const groups = new Map<string, { first: Finding; others: number }>();
  for (const finding of findings) {
    const key = `${finding.pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*')} ${finding.wanted}`;
    const group = groups.get(key);
    if (group) group.others += 1;
    else groups.set(key, { first: finding, others: 0 });
  }
  return [...groups.values()].map(({ first, others }) => {
    const found = first.found ?? show(valueAt(shown, first.pointer));
    return { ...first, found: others === 0 ? found : `${found} (e mais ${others} como este)` };
  });
}

export function requestMismatch({ id }: Operation, { pointer, wanted, found }: ToldFinding): Mismatch {
  const sentence = `${id}: a requisição ${shouldHave('levar', 'levou', { pointer, wanted, found })}`;
  return { operationId: id, part: 'request', pointer, wanted, found, sentence };
}

export function replyMismatch({ id }: Operation, status: number, { pointer, wanted, found }: ToldFinding): Mismatch {
  const sentence = `${id}: a resposta ${status} ${shouldHave('trazer', 'trouxe', { pointer, wanted, found })}`;
  return { operationId: id, part: 'response', pointer, wanted, found, sentence };
}

export function brokenPromise({ id }: Operation, status: number, { pointer, wanted, found }: ToldFinding): Mismatch {
  const sentence = `${id}: a resposta ${status} promete que ${wanted}, mas${place(pointer)} trouxe ${found}`;
  return { operationId: id, part: 'response', pointer, wanted, found, sentence };
}

export function statusMismatch({ id, replies }: Operation, status: number): Mismatch {
  const wanted = [...replies.keys()].join(', ');
  const sentence = `${id}: a resposta deveria ter um dos status do contrato (${wanted}), mas teve ${status}`;
  return { operationId: id, part: 'status', pointer: '', wanted, found: String(status), sentence };
}

/** A request to a method and path that the contract does not have. */
export function unknownOperation(method: string, path: string): Mismatch {
  const found = `${method} ${path}`;
  const sentence = `o contrato não tem a operação ${found}`;
  return { operationId: found, part: 'request', pointer: '', wanted: 'uma operação do contrato', found, sentence };
}

function shouldHave(verb: string, past: string, { pointer, wanted, found }: ToldFinding): string {
  const wish = wanted === NOTHING ? `não deveria ${verb} nada` : `deveria ${verb} ${wanted}`;
  const fact = found.startsWith(NOTHING) ? `não ${past} ${found}` : `${past} ${found}`;
  return `${wish}${place(pointer)}, mas ${fact}`;
}

function place(pointer: string): string {
  return pointer === '' ? '' : ` em ${pointer}`;
}

import { DOCUMENTED_FIELDS } from './documented-fields';
import type { WhichItem, WireChange, WireMutant } from './mutant';
import { isWrite, type ScenarioRecord, type StepRecord } from './record';
import { valueAt } from './wire/changes';
import { asHolder, leavesOf } from './wire/fields';

/** How far fields are broken: those that the document names, or every one that a reply has. */
export type FieldScope = 'documented' | 'every';

/** Every way in which the documented commands of a journey are broken on the wire. */
export function wireMutants(journey: ScenarioRecord, scope: FieldScope = 'documented'): WireMutant[] {
  return journey.steps.flatMap((step) =>
    changesOf(step, journey, scope).map((change) => ({
      kind: 'wire' as const,
      id: idOf(journey.journey, step.number, change),
      operator: change.operator,
      journey: journey.journey,
      step: step.number,
      command: step.command,
      change,
      what: sentenceOf(step, change),
    })),
  );
}

function changesOf(step: StepRecord, journey: ScenarioRecord, scope: FieldScope): WireChange[] {
  const documented = scope === 'every' ? everyField(step.body) : (DOCUMENTED_FIELDS[`${journey.journey}.${step.number}`] ?? []);
  const paths = [...new Set(documented.flatMap((path) => spread(path, step.body)))];
  const lists = paths.filter((path) => isCollection(valueAt(step.body, path)));
  const hasSuccess = asHolder(step.body)?.success === true;
  const writesBefore = journey.steps.some((each) => each.number < step.number && isWrite(each));
  const writes = isWrite(step);
  return [
    ...statusesInsteadOf(step.status).map((to) => ({ operator: 'status' as const, to })),
    ...paths.flatMap((path) => fieldChanges(path, step.body)),
    ...lists.flatMap((path) => [
      { operator: 'list-emptied' as const, path },
      { operator: 'list-foreign' as const, path },
    ]),
    ...(hasSuccess ? [{ operator: 'success-false' as const }] : []),
    ...(writes ? [{ operator: 'swallowed' as const }] : []),
    ...(!writes && writesBefore ? [{ operator: 'stale' as const }] : []),
    { operator: 'other-tenant' },
    { operator: 'reset' },
    { operator: 'silence' },
  ];
}

function statusesInsteadOf(status: number): number[] {
  const successes: Readonly<Record<number, readonly number[]>> = { 200: [201], 201: [200], 401: [200] };
  return [500, ...(status < 400 ? [404] : []), ...(successes[status] ?? [])];
}

/** What a documented path stands for: of an item its fields, of the whole reply each of its fields. */
function spread(path: string, body: unknown): string[] {
  if (path === '') return Object.keys(asHolder(body) ?? {});
  if (!path.endsWith('[]')) return [path];
  const item = valueAt(body, path);
  return asHolder(item) ? Object.keys(item as object).map((key) => `${path}.${key}`) : [path];
}

function everyField(body: unknown): string[] {
  const collections = Object.entries(asHolder(body) ?? {}).flatMap(([key, value]) => (Array.isArray(value) ? [key] : []));
  return [...collections, ...leavesOf(body, '')];
}

function fieldChanges(path: string, body: unknown): WireChange[] {
  const item: WhichItem = 'last';
  const value = valueAt(body, path);
  if (value === undefined) throw new Error(`the reply has no "${path}", which the document promises`);
  return [
    { operator: 'field-dropped', path, item },
    { operator: 'field-nulled', path, item },
    { operator: 'field-type', path, item },
    ...otherValues(path, value),
  ];
}

function otherValues(path: string, value: unknown): WireChange[] {
  if (isCollection(value) && !Array.isArray(value)) return []; // of an object that serves as a list, its entries have paths of their own
  const below = asHolder(value) ? leavesOf(value, path).filter((leaf) => leaf !== path) : [path];
  return below.flatMap((leaf) => {
    const items: WhichItem[] = leaf.includes('[]') || leaf.includes('*') ? ['first', 'last'] : ['last'];
    return items.map((item) => ({ operator: 'field-value' as const, path: leaf, item }));
  });
}

/** A list, or an object whose keys are ids. */
function isCollection(value: unknown): boolean {
  return Array.isArray(value) || (asHolder(value) !== null && Object.keys(value as object).every((key) => /^\d+$/.test(key)));
}

function idOf(journey: number, step: number, change: WireChange): string {
  return `j${journey}.${step} ${[change.operator, ...details(change)].join(' ')}`;
}

function details(change: WireChange): string[] {
  switch (change.operator) {
    case 'status':
      return [String(change.to)];
    case 'field-value':
      return [change.path, ...(/\[\]|\*/.test(change.path) ? [change.item] : [])];
    case 'field-dropped':
    case 'field-nulled':
    case 'field-type':
    case 'list-emptied':
    case 'list-foreign':
      return [change.path];
    default:
      return [];
  }
}

const WHICH = { first: 'no primeiro item', last: 'no último item' } as const;

function sentenceOf({ status }: StepRecord, change: WireChange): string {
  switch (change.operator) {
    case 'status':
      return `responde ${change.to} em vez de ${status}`;
    case 'field-dropped':
      return `o campo "${change.path}" não vem`;
    case 'field-nulled':
      return `o campo "${change.path}" vem nulo`;
    case 'field-type':
      return `o campo "${change.path}" vem com outro tipo`;
    case 'field-value':
      return `o campo "${change.path}" vem com outro valor${/\[\]|\*/.test(change.path) ? `, ${WHICH[change.item]}` : ''}`;
    case 'list-emptied':
      return `a lista "${change.path}" vem vazia`;
    case 'list-foreign':
      return `a lista "${change.path}" vem com um item que não é dela`;
    case 'success-false':
      return 'a resposta diz "success": false';
    case 'swallowed':
      return 'a resposta é a de sempre, mas nada acontece';
    case 'stale':
      return 'a resposta é a de antes da última mudança';
    case 'other-tenant':
      return 'a resposta fala do que é de outro cliente';
    case 'reset':
      return 'a conexão é cortada antes da resposta';
    case 'silence':
      return 'a resposta nunca vem';
  }
}

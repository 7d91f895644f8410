import { isDeepStrictEqual } from 'node:util';
import { expectThat } from '../language/expectation';
import { lines } from '../language/field-table';
import { show } from '../language/show';
import type { AccountClient } from './account-client';
import { type Resource, whatItHas } from './resource';

/** What is measured anew at every look, and so may differ between two. */
const MEASURED: readonly string[] = ['gpu_util', 'gpu_temp', 'cpu_util', 'ram_used'];

/**
 * Compares what a command told of an instance with what the list tells of it, measurements aside.
 * @param details the reply of the command
 * @throws Error in Portuguese naming each field that differs, or that the list does not have it
 */
export async function demandSameInList(
  resource: Resource,
  details: Readonly<Record<string, unknown>>,
  client: AccountClient,
): Promise<void> {
  const { body } = await client.look('listInstances');
  const found = resource.findInList(body, client.memory);
  const { item, listName } = found;
  if (listName !== 'instances')
    throw new Error(`só de uma instância se diz que aparece igual na lista, e não de ${resource.written}.`);
  expectThat(item !== undefined, `${resource.written} deveria aparecer na lista${whatItHas(found)}.`);
  const fields = [...new Set([...Object.keys(details), ...Object.keys(item)])].filter((field) => !MEASURED.includes(field));
  const different = fields.filter((field) => !isDeepStrictEqual(details[field], item[field]));
  const sentences = different.map(
    (field) => `o campo "${field}" é ${show(details[field])} nos detalhes e ${show(item[field])} na lista`,
  );
  const side = (fields: Readonly<Record<string, unknown>>): object =>
    Object.fromEntries(different.map((field) => [field, fields[field]]));
  const sides = { expected: side(item), actual: side(details) };
  expectThat(different.length === 0, `${resource.written} deveria aparecer igual na lista:${lines(sentences)}`, sides);
}

import type { FileHashes } from '../../sandbox/index';
import { expectThat } from '../language/expectation';
import type { AccountClient } from './account-client';
import type { Resource } from './resource';
import { snapshot } from './snapshot';
import type { WrittenFiles } from './written-files';

/** What a scenario knows of the files on its machines. */
export interface FilesContext {
  readonly client: AccountClient;
  /** What the scenario wrote into its instances. */
  readonly writtenFiles: WrittenFiles;
  /** How many files the last snapshot counted, where counting is all that can be done. */
  fileCount: number | undefined;
  /** Says something by the way. */
  remark(text: string): void;
}

/** A resource that holds files. */
interface FileHolder {
  readonly kind: 'instance' | 'snapshot';
  readonly placeholder: string;
  readonly written: string;
}

/**
 * Puts a file into the volume of an instance. Where the suite has no way into the volume, says so in the report: what was carried is
 * then told by counting files.
 */
export async function putIntoInstance(name: string, content: Buffer, placeholder: string, context: FilesContext): Promise<void> {
  const { client } = context;
  if (!client.hasControl) {
    context.remark(`Sem acesso ao disco da instância: "${name}" não foi gravado, e a conferência será por contagem de arquivos.`);
    return;
  }
  const { email } = await context.client.account();
  await client.control.writeFile(email, Number(context.client.memory.recall(placeholder)), name, content.toString('base64'));
}

/** Deletes a file of the volume of an instance. */
export async function removeFromInstance(name: string, placeholder: string, context: FilesContext): Promise<void> {
  const { email } = await context.client.account();
  await context.client.control.deleteFile(email, Number(context.client.memory.recall(placeholder)), name);
}

/**
 * Demands that a volume or a snapshot holds files with the very bytes that were last written.
 * @param folder where they lie below /workspace: `''`, or with a slash at its end
 * @throws Error in Portuguese that names each file that is missing or altered
 */
export async function demandFilesIntact(
  names: readonly string[],
  resource: Resource,
  context: FilesContext,
  folder = '',
): Promise<void> {
  const holder = holderOf(resource);
  const wanted = new Map(names.map((name) => [folder + name, context.writtenFiles.latestHash(name)]));
  const held = await filesOf(holder, context);
  if (held) demand(held, wanted, holder);
  else await demandSameCount(holder, context);
}

/**
 * Demands that a file is as it was in an earlier version.
 * @throws Error in Portuguese when it is missing or has other content; where there is no way into the volume
 */
export async function demandFileVersion(name: string, version: number, resource: Resource, context: FilesContext): Promise<void> {
  const holder = holderOf(resource);
  demand(await demandFilesOf(holder, context), new Map([[name, context.writtenFiles.versionHash(name, version)]]), holder);
}

/** Demands that a file is not there. @throws Error in Portuguese when it is, or where there is no way into the volume */
export async function demandFileAbsent(name: string, resource: Resource, context: FilesContext): Promise<void> {
  const holder = holderOf(resource);
  const held = await demandFilesOf(holder, context);
  expectThat(!(name in held), `${holder.written} não deveria ter o arquivo "${name}", mas tem.`);
}

/**
 * Demands that two volumes or snapshots hold the same files, byte for byte: none lost, none altered, none more.
 * @throws Error in Portuguese that names each file that differs
 */
export async function demandSameFiles(resource: Resource, other: Resource, context: FilesContext): Promise<void> {
  const [one, two] = [holderOf(resource), holderOf(other)];
  const wanted = await filesOf(two, context);
  const held = await filesOf(one, context);
  if (!wanted || !held) return demandCount(one, await countOf(two, context), context);
  demand(held, new Map(Object.entries(wanted)), one);
  const extra = Object.keys(held).filter((name) => !(name in wanted));
  const sides = { expected: wanted, actual: held };
  expectThat(extra.length === 0, `${one.written} tem o que ${two.written} não tem: ${extra.join(', ')}.`, sides);
}

/** @throws Error in Portuguese for a resource that holds no files */
function holderOf({ kind, written, placeholder }: Resource): FileHolder {
  if (placeholder !== null && (kind === 'instance' || kind === 'snapshot')) return { kind, placeholder, written };
  throw new Error(`${written} não guarda arquivos: só uma instância ou um snapshot guarda.`);
}

/** SHA-256 of each file that a holder has, or null where there is no way to look into it. */
async function filesOf({ kind, placeholder, written }: FileHolder, context: FilesContext): Promise<FileHashes | null> {
  if (!context.client.hasControl) return null;
  const { control } = context.client;
  const { email } = await context.client.account();
  const id = context.client.memory.recall(placeholder);
  try {
    return await (kind === 'instance' ? control.volumeManifest(email, Number(id)) : control.snapshotManifest(email, String(id)));
  } catch (error) {
    throw new Error(`não há como olhar os arquivos: o produto não tem mais ${written} (${(error as Error).message}).`);
  }
}

async function demandFilesOf(holder: FileHolder, context: FilesContext): Promise<FileHashes> {
  const files = await filesOf(holder, context);
  if (!files) throw new Error('sem acesso ao disco não há como conferir isto: marque o cenário com @sandbox.');
  return files;
}

function demand(held: FileHashes, wanted: ReadonlyMap<string, string>, { written }: FileHolder): void {
  const missing = [...wanted.keys()].filter((name) => !(name in held));
  const there = Object.keys(held);
  expectThat(missing.length === 0, `${written} deveria ter ${quoted(missing)}, mas não tem (há ${there.join(', ') || 'nada'}).`, {
    expected: [...wanted.keys()].sort(),
    actual: there.sort(),
  });
  const altered = [...wanted].filter(([name, hash]) => held[name] !== hash);
  const how = altered.map(([name, hash]) => `${name} tem o SHA-256 ${held[name]}, e deveria ter ${hash}`);
  const names = altered.map(([name]) => name);
  expectThat(altered.length === 0, `${written} tem ${quoted(names)} com outro conteúdo: ${how.join('; ')}.`, {
    expected: Object.fromEntries(altered),
    actual: Object.fromEntries(names.map((name) => [name, held[name]])),
  });
}

function quoted(names: readonly string[]): string {
  const list = names.map((name) => `"${name}"`).join(', ');
  return names.length === 1 ? `o arquivo ${list}` : `os arquivos ${list}`;
}

/** Without a way into the volume: an instance must have as many files as the snapshot last looked into. */
async function demandSameCount(holder: FileHolder, context: FilesContext): Promise<void> {
  if (holder.kind === 'snapshot') {
    context.fileCount = await countOf(holder, context);
    context.remark('Conferido por contagem.');
    return;
  }
  if (context.fileCount === undefined)
    throw new Error('não há contagem de arquivos para comparar: falta um passo "o snapshot <...> tem o arquivo" antes.');
  await demandCount(holder, context.fileCount, context);
}

async function demandCount(holder: FileHolder, wanted: number, context: FilesContext): Promise<void> {
  const found = await countOf(holder, context);
  const sides = { expected: wanted, actual: found };
  expectThat(found === wanted, `${holder.written} deveria ter ${wanted} arquivos, mas tem ${found}.`, sides);
  context.remark('Conferido por contagem.');
}

/** How many files a holder has: of an instance, what a forced sync sees, which must bring nothing that the backup does not have. */
async function countOf({ kind, placeholder, written }: FileHolder, context: FilesContext): Promise<number> {
  if (kind === 'snapshot') {
    const { item } = await snapshot(placeholder).look(context.client);
    return whole(item?.files_total, `${written} não diz quantos arquivos tem.`);
  }
  const params = { instance_id: String(context.client.memory.recall(placeholder)) };
  const sync = await context.client.ask<Record<string, number | undefined>>('syncInstance', { params, query: { force: 'true' } });
  const { data_added_bytes: added } = sync;
  const sides = { expected: 0, actual: added };
  expectThat(added === 0, `um sync de ${written} não deveria levar nada novo, mas levou ${added} bytes.`, sides);
  const count = (sync.files_new ?? 0) + (sync.files_changed ?? 0) + (sync.files_unmodified ?? Number.NaN);
  return whole(count, `a resposta do sync de ${written} não diz quantos arquivos viu.`);
}

function whole(count: unknown, otherwise: string): number {
  expectThat(Number.isInteger(count), otherwise);
  return count as number;
}

import type { FileHashes } from '../../sandbox/index';
import { expectThat } from '../language/expectation';
import type { AccountClient } from './account-client';
import type { Resource } from './resource';
import type { WrittenFiles } from './written-files';

/** What a scenario knows of the files on its machines. */
export interface FilesContext {
  readonly client: AccountClient;
  /** What the scenario wrote into its instances. */
  readonly writtenFiles: WrittenFiles;
  /** Says something by the way. */
  remark(text: string): void;
  /** What a step promises cannot be seen from here. */
  leaveUnproven(why: string): void;
}

/** A resource that holds files. */
interface FileHolder {
  readonly kind: 'instance' | 'snapshot';
  readonly placeholder: string;
  readonly written: string;
}

/**
 * Puts a file into the volume of an instance. Where the suite has no way into the volume, says so in the report: whether data were
 * carried then stays unproven, for no field of a reply shows that.
 */
export async function putIntoInstance(name: string, content: Buffer, placeholder: string, context: FilesContext): Promise<void> {
  const { client } = context;
  if (!client.hasControl) {
    context.remark(`Sem acesso ao disco da instância: "${name}" não foi gravado.`);
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
  else context.leaveUnproven(unseen(holder));
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
  if (!wanted || !held) return context.leaveUnproven(unseen(one));
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

/** Without a way into the volume nothing shows what it holds. */
function unseen({ written }: FileHolder): string {
  return `sem acesso ao disco (por SSH, por exemplo) não há como conferir os arquivos que ${written} tem.`;
}

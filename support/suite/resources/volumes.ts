import type { FileHashes } from '../../sandbox/index';
import type { DumontWorld } from '../../world';
import type { Resource } from './resource';
import { snapshot } from './snapshot';

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
export async function putIntoInstance(name: string, content: Buffer, placeholder: string, world: DumontWorld): Promise<void> {
  const { control } = world.suite.target;
  if (!control) {
    world.log(`Sem acesso ao disco da instância: "${name}" não foi gravado, e a conferência será por contagem de arquivos.`);
    return;
  }
  const { email } = await world.account();
  await control.writeFile(email, Number(world.memory.recall(placeholder)), name, content.toString('base64'));
}

/** Deletes a file of the volume of an instance. */
export async function removeFromInstance(name: string, placeholder: string, world: DumontWorld): Promise<void> {
  const { email } = await world.account();
  await world.control.deleteFile(email, Number(world.memory.recall(placeholder)), name);
}

/**
 * Demands that a volume or a snapshot holds files with the very bytes that were last written.
 * @param folder where they lie below /workspace: `''`, or with a slash at its end
 * @throws Error in Portuguese that names each file that is missing or altered
 */
export async function demandFilesIntact(
  names: readonly string[],
  resource: Resource,
  world: DumontWorld,
  folder = '',
): Promise<void> {
  const holder = holderOf(resource);
  const wanted = new Map(names.map((name) => [folder + name, world.writtenFiles.latestHash(name)]));
  const held = await filesOf(holder, world);
  if (held) demand(held, wanted, holder);
  else await demandSameCount(holder, world);
}

/**
 * Demands that a file is as it was in an earlier version.
 * @throws Error in Portuguese when it is missing or has other content; where there is no way into the volume
 */
export async function demandFileVersion(name: string, version: number, resource: Resource, world: DumontWorld): Promise<void> {
  const holder = holderOf(resource);
  demand(await demandFilesOf(holder, world), new Map([[name, world.writtenFiles.versionHash(name, version)]]), holder);
}

/** Demands that a file is not there. @throws Error in Portuguese when it is, or where there is no way into the volume */
export async function demandFileAbsent(name: string, resource: Resource, world: DumontWorld): Promise<void> {
  const holder = holderOf(resource);
  if (name in (await demandFilesOf(holder, world)))
    throw new Error(`${holder.written} não deveria ter o arquivo "${name}", mas tem.`);
}

/**
 * Demands that two volumes or snapshots hold the same files, byte for byte: none lost, none altered, none more.
 * @throws Error in Portuguese that names each file that differs
 */
export async function demandSameFiles(resource: Resource, other: Resource, world: DumontWorld): Promise<void> {
  const [one, two] = [holderOf(resource), holderOf(other)];
  const wanted = await filesOf(two, world);
  const held = await filesOf(one, world);
  if (!wanted || !held) return demandCount(one, await countOf(two, world), world);
  demand(held, new Map(Object.entries(wanted)), one);
  const extra = Object.keys(held).filter((name) => !(name in wanted));
  if (extra.length > 0) throw new Error(`${one.written} tem o que ${two.written} não tem: ${extra.join(', ')}.`);
}

/** @throws Error in Portuguese for a resource that holds no files */
function holderOf({ kind, written, placeholder }: Resource): FileHolder {
  if (placeholder !== null && (kind === 'instance' || kind === 'snapshot')) return { kind, placeholder, written };
  throw new Error(`${written} não guarda arquivos: só uma instância ou um snapshot guarda.`);
}

/** SHA-256 of each file that a holder has, or null where there is no way to look into it. */
async function filesOf({ kind, placeholder, written }: FileHolder, world: DumontWorld): Promise<FileHashes | null> {
  const { control } = world.suite.target;
  if (!control) return null;
  const { email } = await world.account();
  const id = world.memory.recall(placeholder);
  try {
    return await (kind === 'instance' ? control.volumeManifest(email, Number(id)) : control.snapshotManifest(email, String(id)));
  } catch (error) {
    throw new Error(`não há como olhar os arquivos: o produto não tem mais ${written} (${(error as Error).message}).`);
  }
}

async function demandFilesOf(holder: FileHolder, world: DumontWorld): Promise<FileHashes> {
  const files = await filesOf(holder, world);
  if (!files) throw new Error('sem acesso ao disco não há como conferir isto: marque o cenário com @sandbox.');
  return files;
}

function demand(held: FileHashes, wanted: ReadonlyMap<string, string>, { written }: FileHolder): void {
  const missing = [...wanted.keys()].filter((name) => !(name in held));
  if (missing.length > 0) {
    const there = Object.keys(held).join(', ') || 'nada';
    throw new Error(`${written} deveria ter ${quoted(missing)}, mas não tem (há ${there}).`);
  }
  const altered = [...wanted].filter(([name, hash]) => held[name] !== hash);
  if (altered.length === 0) return;
  const how = altered.map(([name, hash]) => `${name} tem o SHA-256 ${held[name]}, e deveria ter ${hash}`);
  throw new Error(`${written} tem ${quoted(altered.map(([name]) => name))} com outro conteúdo: ${how.join('; ')}.`);
}

function quoted(names: readonly string[]): string {
  const list = names.map((name) => `"${name}"`).join(', ');
  return names.length === 1 ? `o arquivo ${list}` : `os arquivos ${list}`;
}

/** Without a way into the volume: an instance must have as many files as the snapshot last looked into. */
async function demandSameCount(holder: FileHolder, world: DumontWorld): Promise<void> {
  if (holder.kind === 'snapshot') {
    world.fileCount = await countOf(holder, world);
    world.log('Conferido por contagem.');
    return;
  }
  if (world.fileCount === undefined)
    throw new Error('não há contagem de arquivos para comparar: falta um passo "o snapshot <...> tem o arquivo" antes.');
  await demandCount(holder, world.fileCount, world);
}

async function demandCount(holder: FileHolder, wanted: number, world: DumontWorld): Promise<void> {
  const found = await countOf(holder, world);
  if (found !== wanted) throw new Error(`${holder.written} deveria ter ${wanted} arquivos, mas tem ${found}.`);
  world.log('Conferido por contagem.');
}

/** How many files a holder has: of an instance, what a forced sync sees, which must bring nothing that the backup does not have. */
async function countOf({ kind, placeholder, written }: FileHolder, world: DumontWorld): Promise<number> {
  if (kind === 'snapshot') {
    const { item } = await snapshot(placeholder).look(world);
    return whole(item?.files_total, `${written} não diz quantos arquivos tem.`);
  }
  const { body } = await world.look(`dumont instance sync <${placeholder}> force=true`);
  const sync = body as Record<string, number | undefined>;
  if (sync.data_added_bytes !== 0)
    throw new Error(`um sync de ${written} não deveria levar nada novo, mas levou ${sync.data_added_bytes} bytes.`);
  const count = (sync.files_new ?? 0) + (sync.files_changed ?? 0) + (sync.files_unmodified ?? Number.NaN);
  return whole(count, `a resposta do sync de ${written} não diz quantos arquivos viu.`);
}

function whole(count: unknown, complaint: string): number {
  if (!Number.isInteger(count)) throw new Error(complaint);
  return count as number;
}

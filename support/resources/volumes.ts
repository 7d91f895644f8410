import { createHash, randomBytes } from 'node:crypto';
import type { DumontWorld } from '../world';
import { instance } from './instance';
import { snapshot } from './snapshot';

const FILE_BYTES = 4096;

/** A resource that holds files. */
export interface FileHolder {
  readonly kind: 'instance' | 'snapshot';
  readonly placeholder: string;
}

/** Reads `a instância <x>` or `o snapshot <x>`. @throws Error for anything else */
export function readFileHolder(written: string): FileHolder {
  const placeholder = written.match(/<([^<>]+)>$/)?.[1] ?? '';
  if (written === instance(placeholder).written) return { kind: 'instance', placeholder };
  if (written === snapshot(placeholder).written) return { kind: 'snapshot', placeholder };
  throw new Error(`${written} não guarda arquivos: só uma instância ou um snapshot guarda.`);
}

/**
 * Writes a new file with random content into the volume of an instance. Where the suite has no way into the volume, says so in the
 * report: what was carried is then told by counting files.
 */
export async function writeIntoInstance(name: string, placeholder: string, world: DumontWorld): Promise<void> {
  const content = randomBytes(FILE_BYTES);
  world.writtenFiles.set(name, content);
  const { control } = world.suite.target;
  if (!control) {
    world.log(`Sem acesso ao disco da instância: "${name}" não foi gravado, e a conferência será por contagem de arquivos.`);
    return;
  }
  const { email } = await world.account();
  await control.writeFile(email, Number(world.memory.recall(placeholder)), name, content.toString('base64'));
}

/**
 * Demands that a volume or a snapshot holds a file with the very bytes that were written.
 * @throws Error in Portuguese when it is missing or altered
 */
export async function demandFileIntact(name: string, holder: FileHolder, world: DumontWorld): Promise<void> {
  const content = world.writtenFiles.get(name);
  if (!content)
    throw new Error(
      `nenhum passo gravou o arquivo "${name}"; use antes: Dado que gravei o arquivo "${name}" na instância <...>.`,
    );
  const { control } = world.suite.target;
  if (!control) return demandSameCount(holder, world);
  const { email } = await world.account();
  const id = world.memory.recall(holder.placeholder);
  const manifest =
    holder.kind === 'instance'
      ? await control.volumeManifest(email, Number(id))
      : await control.snapshotManifest(email, String(id));
  demandWhole(manifest, holder, world);
  const found = manifest[name];
  const where = `${holder.kind === 'instance' ? 'a instância' : 'o snapshot'} <${holder.placeholder}>`;
  if (found === undefined)
    throw new Error(`${where} deveria ter o arquivo "${name}", mas não tem (há ${Object.keys(manifest).join(', ') || 'nada'}).`);
  const wanted = createHash('sha256').update(content).digest('hex');
  if (found !== wanted)
    throw new Error(`${where} tem o arquivo "${name}", mas com outro conteúdo: SHA-256 ${found}, e foi gravado ${wanted}.`);
}

/** Nothing but the probe file would be too little: each file of the snapshot last looked into must be there, byte for byte. */
function demandWhole(manifest: Readonly<Record<string, string>>, { kind, placeholder }: FileHolder, world: DumontWorld): void {
  if (kind === 'snapshot') {
    world.snapshotFiles = manifest;
    return;
  }
  const lost = Object.entries(world.snapshotFiles ?? {}).filter(([file, hash]) => manifest[file] !== hash);
  if (lost.length > 0)
    throw new Error(
      `a instância <${placeholder}> perdeu ou alterou o que estava no snapshot: ${lost.map(([file]) => file).join(', ')}.`,
    );
}

/** Without a way into the volume: a forced sync adds nothing and sees as many files as the snapshot that was taken of the source. */
async function demandSameCount({ kind, placeholder }: FileHolder, world: DumontWorld): Promise<void> {
  if (kind === 'snapshot') {
    await snapshot(placeholder).look(world);
    world.fileCount = countFiles(world.replyOrPrepared);
    world.log('Conferido por contagem.');
    return;
  }
  const { body } = await world.look(`dumont instance sync <${placeholder}> force=true`);
  const sync = body as SyncReply;
  if (world.fileCount === undefined)
    throw new Error('não há contagem de arquivos para comparar: falta um passo "o snapshot <...> tem o arquivo" antes.');
  if (countFiles(sync) !== world.fileCount || sync.data_added_bytes !== 0) {
    throw new Error(
      `a instância <${placeholder}> deveria ter os mesmos ${world.fileCount} arquivos, mas um sync viu ${countFiles(sync)} e levou ${sync.data_added_bytes} bytes novos.`,
    );
  }
  world.log('Conferido por contagem.');
}

interface SyncReply {
  readonly files_new: number;
  readonly files_changed: number;
  readonly files_unmodified: number;
  readonly data_added_bytes: number;
}

function countFiles(sync: unknown): number {
  const { files_new, files_changed, files_unmodified } = sync as SyncReply;
  const count = files_new + files_changed + files_unmodified;
  if (!Number.isInteger(count)) throw new Error('a resposta do sync não diz quantos arquivos viu.');
  return count;
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildCli, isCliSource } from '../../sandbox/cli/bundle';
import { FaultError, faulty, filesOf, type SourceFault } from './fault';

const ROOT = path.resolve(__dirname, '..', '..', '..');

/** The loader of support/register.cjs: it compiles whatever text a file is to have. */
type Loader = NonNullable<NodeJS.RequireExtensions['.ts']> & {
  readonly dumont?: { emit(source: string, filename: string): string };
};

/** A module as Node's loaders get it. */
type Compilable = NodeJS.Module & { _compile(code: string, filename: string): void };

/**
 * Makes this process load the sandbox with the fault in it: from now on Node compiles the edited text of the fault's files, and no file
 * is written. Call it before anything of the sandbox is loaded, and at most once in a process.
 * @throws FaultError when the fault is not one of the sandbox, does not fit its files, or comes after one of them was loaded
 */
export function patchSandbox(fault: SourceFault): void {
  demandPart(fault, 'sandbox');
  const load = require.extensions['.ts'] as Loader | undefined;
  const emit = load?.dumont?.emit;
  if (!load || !emit) throw new FaultError(`A falha "${fault.id}" precisa de um processo iniciado com support/register.cjs.`);
  const codes = new Map<string, string>();
  for (const file of filesOf(fault)) {
    const full = path.join(ROOT, file);
    if (require.cache[full]) throw new FaultError(`A falha "${fault.id}" chegou tarde: ${file} já estava carregado.`);
    codes.set(full, emit(faulty(fault, file, readFileSync(full, 'utf8')), full));
  }
  require.extensions['.ts'] = Object.assign(
    (module: NodeJS.Module, filename: string): void => {
      const code = codes.get(filename);
      if (code === undefined) load(module, filename);
      else (module as Compilable)._compile(code, filename);
    },
    { dumont: load.dumont },
  );
}

/**
 * Bundles the embedded CLI with the fault in it, beside the ordinary bundle; see `buildCli`.
 * @throws FaultError when the fault is not one of the CLI or does not fit its files
 */
export async function buildFaultyCli(fault: SourceFault): Promise<{ entry: string }> {
  demandPart(fault, 'cli');
  return buildCli((file, text) => faulty(fault, file, text));
}

function demandPart({ id, part, edits }: SourceFault, wanted: SourceFault['part']): void {
  if (part !== wanted) throw new FaultError(`A falha "${id}" não é ${wanted === 'cli' ? 'da CLI' : 'do sandbox'}.`);
  const stray = edits.find(({ file }) => isCliSource(file) !== (part === 'cli'));
  if (stray)
    throw new FaultError(`A falha "${id}" mexe em ${stray.file}, que não é ${part === 'cli' ? 'da CLI' : 'do sandbox'}.`);
}

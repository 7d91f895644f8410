import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../temporary-folder';
import { type CliManners, PLAIN } from './cli-manners';

/** A CLI of another language that is ready to be started. */
export interface CliDouble {
  /** Its path, for DUMONT_BIN. */
  readonly bin: string;
  /** The settings that let the suite reach a CLI of these manners, DUMONT_BIN among them. */
  readonly env: Readonly<Record<string, string>>;
}

const DUMMY_KEY = 'double-key-1234';

/** Writes a CLI of these manners, which otherwise does what the document says. @throws Error where there is no python3 */
export function cliDouble(manners: Partial<CliManners> = {}): CliDouble {
  const all: CliManners = { ...PLAIN, ...manners };
  const bin = path.join(temporaryFolder('double'), 'dumont');
  const [file, encoded] = [__dirname, JSON.stringify(all)].map((text) => JSON.stringify(text));
  const program = [
    `#!${python().file} -IS`,
    'import json, sys',
    'sys.dont_write_bytecode = True',
    `sys.path.insert(0, ${file})`,
    'from dumont_cli import main',
    `sys.exit(main(sys.argv[1:], json.loads(${encoded})))`,
  ];
  writeFileSync(bin, `${program.join('\n')}\n`, { mode: 0o755 });
  return {
    bin,
    env: {
      DUMONT_BIN: bin,
      ...(all.address === 'flag' && { DUMONT_CLI_ARGS: '--base-url {url}' }),
      ...(all.keyRequired && { DUMONT_CLI_ENV: 'DUMONT_API_KEY', DUMONT_API_KEY: DUMMY_KEY }),
    },
  };
}

/**
 * For a test's `skip`: why a CLI in Python cannot run here, or false.
 * @throws Error under CI=true, where a test that cannot run must not pass for one that did
 */
export function withoutPython(): string | false {
  const { missing } = python();
  if (missing !== null && process.env.CI === 'true') throw new Error(missing);
  return missing ?? false;
}

interface Python {
  readonly file: string;
  readonly missing: string | null;
}

let found: Python | undefined;

/** The interpreter itself: what `python3` on the PATH may be is a script that looks for it at every start. */
function python(): Python {
  if (!found) {
    const { status, stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
    found =
      status === 0
        ? { file: stdout.trim(), missing: null }
        : { file: '', missing: 'there is no python3 to run a CLI of another language' };
  }
  return found;
}

import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { type Environment, environment } from '../../../shared/environment';
import { readJsonLines } from '../../../shared/json-lines';
import type { LedgerRecord } from './ledger-records';

const EXTENSION = '.jsonl';
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/** Where runs write down what they create, outside the checkout, so that a later run finds it whatever became of this one. */
export function ledgerFolder(env: Environment = environment()): string {
  const state = env.XDG_STATE_HOME || path.join(env.HOME || homedir(), '.local', 'state');
  return path.join(state, 'dumont-journeys');
}

/** The file of one run, in the folder of the ledgers. */
export function ledgerFile(run: string, folder: string = ledgerFolder()): string {
  return path.join(folder, `${run}${EXTENSION}`);
}

/**
 * Adds records to a file, which others add to as well. When it returns they are on the disk, on lines of their own, whatever a process that was
 * killed has left of one.
 * @throws what the file system throws
 */
export function appendDurably(file: string, lines: readonly object[]): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
  const descriptor = openSync(file, 'a', PRIVATE_FILE);
  try {
    writeSync(descriptor, lines.map((line) => `\n${JSON.stringify(line)}\n`).join(''));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The records of a run. */
export function readLedger(file: string): LedgerRecord[] {
  return readJsonLines<LedgerRecord>(file);
}

/** The ledgers that runs have left. */
export function ledgerFiles(folder: string = ledgerFolder()): string[] {
  try {
    const files = readdirSync(folder).filter((name) => name.startsWith('dumont-journeys-') && name.endsWith(EXTENSION));
    return files.map((name) => path.join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A run that left nothing needs no ledger. */
export function removeLedger(file: string): void {
  rmSync(file, { force: true });
}

import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environment, handDown } from '../../shared/environment';
import { isRunning } from '../../shared/running';
import { killLeftProcesses } from '../command/left-processes';

/** By this name the workers inherit the folder that the coordinator made. */
const VARIABLE = 'DUMONT_JOURNEYS_RUN_FOLDER';

/** Below it: a file for each process of the run, named by its pid. */
const PROCESSES = 'processes';
const COORDINATOR = 'coordinator-';

const DAYS_KEPT = 7;
export const MOST_KEPT = 20;

/** The run's own folder: homes of scenarios, pids of workers. Made by whoever asks first, shared with the workers. */
export function runFolder(): string {
  const inherited = environment()[VARIABLE];
  if (inherited !== undefined) return inherited;
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-journeys-'));
  handDown(VARIABLE, folder);
  return folder;
}

/** Starts a run of its own, whatever run this process was started from. What runs of long ago have kept goes, and what killed ones left. */
export function openRunFolder(): string {
  removeOldFolders();
  handDown(VARIABLE, undefined);
  const folder = runFolder();
  register(`${COORDINATOR}${process.pid}`);
  return folder;
}

function removeOldFolders(): void {
  const oldest = Date.now() - DAYS_KEPT * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(tmpdir()).filter((each) => /^dumont-journeys-\w{6}$/.test(each))) {
    const folder = path.join(tmpdir(), name);
    const status = lstatSync(folder, { throwIfNoEntry: false });
    const isOurs = process.getuid === undefined || status?.uid === process.getuid();
    if (!status?.isDirectory() || !isOurs) continue;
    const wasKilled = isOfKilledRun(folder);
    if (wasKilled) killLeftProcesses(folder);
    if (wasKilled || status.mtimeMs < oldest) rmSync(folder, { recursive: true, force: true });
  }
}

/** A run that ends, however it was interrupted, takes its processes off the list. */
function isOfKilledRun(folder: string): boolean {
  const names = registeredIn(folder);
  return (
    names.some((name) => name.startsWith(COORDINATOR)) && !names.some((name) => isRunning(Number(name.replace(COORDINATOR, ''))))
  );
}

/** A new folder for one scenario, with a name that tells which: `02_instance_lifecycle_12`. */
export function scenarioFolder(feature: string, line: number): string {
  return mkdtempSync(path.join(runFolder(), `${path.basename(feature, '.feature')}_${line}-`));
}

/** Whether one more scenario's folder may stay for inspection: where nothing works they would all. */
export function hasRoomForKept(): boolean {
  return readdirSync(runFolder()).filter((name) => name !== PROCESSES).length <= MOST_KEPT;
}

/** A worker makes itself known to the coordinator. */
export function registerWorker(pid: number): void {
  register(String(pid));
}

export function workerPids(): number[] {
  return registeredIn(runFolder()).map(Number).filter(Number.isInteger);
}

function register(name: string): void {
  const folder = path.join(runFolder(), PROCESSES);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), '');
}

function registeredIn(folder: string): string[] {
  try {
    return readdirSync(path.join(folder, PROCESSES));
  } catch {
    return [];
  }
}

/** Lets no scenario of the run begin any more, in whichever process. @param why one Portuguese sentence, said of each that does not */
export function stopRun(why: string): void {
  writeFileSync(stopFile(), why);
}

/** Why no scenario may begin any more; null while they may. */
export function stoppedBecause(): string | null {
  return existsSync(stopFile()) ? readFileSync(stopFile(), 'utf8') : null;
}

function stopFile(): string {
  return path.join(runFolder(), 'parada.txt');
}

/** How far a run is being interrupted: it cleans up, or does not wait for the clean-up either. */
export type InterruptionStage = 'drain' | 'hurry';

/** Tells the processes of the run, those that are yet to start too. A run that is over has none. */
export function noteInterruption(stage: InterruptionStage): void {
  if (environment()[VARIABLE] !== undefined) writeFileSync(interruptionFile(), stage);
}

/** Null while nobody has interrupted the run. */
export function interruptionStage(): InterruptionStage | null {
  if (!existsSync(interruptionFile())) return null;
  return readFileSync(interruptionFile(), 'utf8') === 'hurry' ? 'hurry' : 'drain';
}

function interruptionFile(): string {
  return path.join(runFolder(), 'interrupcao.txt');
}

/** Removes what the run no longer needs; a failed scenario's folder stays for inspection. */
export function closeRunFolder(): void {
  const folder = environment()[VARIABLE];
  if (folder === undefined) return;
  rmSync(path.join(folder, PROCESSES), { recursive: true, force: true });
  for (const file of [stopFile(), interruptionFile()]) rmSync(file, { force: true });
  try {
    rmdirSync(folder);
  } catch {
    // Folders kept for inspection are in it.
  }
  handDown(VARIABLE, undefined);
}

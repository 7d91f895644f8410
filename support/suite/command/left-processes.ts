import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { list } from '../../shared/words';

/** A process that a command has left behind. */
export interface LeftProcess {
  readonly pid: number;
  /** Of its program; what it was called with may be secret. */
  readonly name: string;
}

/** One that was ended with its command may take a moment to go. */
const DYING_MS = 100;
/** It may start others while it is being ended. */
const ROUNDS = 20;
const NAMED = 5;

/**
 * Ends what commands have left running, in sessions of their own too: whatever inherited a HOME below `folder`. Where there is no /proc nothing is
 * found, nor is what has cleared its environment.
 * @returns what was found
 */
export async function endLeftProcesses(folder: string): Promise<LeftProcess[]> {
  const seen = processesOf(folder);
  if (seen.length === 0) return [];
  await pause(DYING_MS);
  const before = new Set(seen.map(({ pid }) => pid));
  const left = processesOf(folder).filter(({ pid }) => before.has(pid));
  killLeftProcesses(folder);
  return left;
}

/** The same while the process leaves: at once, and without a word. */
export function killLeftProcesses(folder: string): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = processesOf(folder);
    if (found.length === 0) return;
    for (const { pid } of found) kill(pid);
  }
}

/** `a CLI deixou processos vivos: sleep (pid 12) e node (pid 14); foram encerrados` */
export function leftProcessesInWords(processes: readonly LeftProcess[]): string {
  const named = processes.slice(0, NAMED).map(({ name, pid }) => `${name} (pid ${pid})`);
  const others = processes.length - named.length;
  const all = list(others > 0 ? [...named, `mais ${others}`] : named);
  return processes.length === 1
    ? `a CLI deixou um processo vivo depois do comando: ${all}; foi encerrado`
    : `a CLI deixou ${processes.length} processos vivos depois do comando: ${all}; foram encerrados`;
}

function processesOf(folder: string): LeftProcess[] {
  const mark = `HOME=${folder}${path.sep}`;
  return pids().flatMap((pid) => {
    const environment = ofProcess(pid, 'environ');
    const isMarked = environment.startsWith(mark) || environment.includes(`\0${mark}`);
    return isMarked ? [{ pid, name: ofProcess(pid, 'comm').trim() }] : [];
  });
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function ofProcess(pid: number, what: 'environ' | 'comm'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return ''; // it is gone, or somebody else's
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

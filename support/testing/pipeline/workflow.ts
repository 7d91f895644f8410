import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const ROOT = path.resolve(__dirname, '..', '..', '..');

/** A workflow of GitHub Actions, as far as it is looked at here. */
export interface Workflow {
  readonly name: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: object;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly JobStep[];
}

export interface JobStep {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
}

export const WORKFLOWS = ['ci.yml', 'jornadas.yml', 'noturno.yml'] as const;

/** The text of a workflow of the project. */
export function workflowText(file: string): string {
  return readFileSync(path.join(ROOT, '.github/workflows', file), 'utf8');
}

/** The workflow in that file of the project. @throws when it is no YAML */
export function readWorkflow(file: string): Workflow {
  return parse(workflowText(file));
}

/** The jobs that a job waits for. */
export function needsOf({ needs = [] }: Job): readonly string[] {
  return typeof needs === 'string' ? [needs] : needs;
}

/** One set of values for each run of a job: those of its matrix, or none. */
export function matrixOf({ strategy }: Job): Record<string, string>[] {
  return Object.entries(strategy?.matrix ?? {}).reduce<Record<string, string>[]>(
    (sets, [name, values]) => sets.flatMap((set) => values.map((value) => ({ ...set, [name]: value }))),
    [{}],
  );
}

import { availableParallelism } from 'node:os';
import { type Asked, type CommandLine, wholeNumber } from '../shared/command-line';
import type { FieldScope } from './plan';

/** What `npm run mutation` is asked to do. */
export interface MutationOptions {
  /** Journeys whose mutants are judged; empty: all. */
  readonly journeys: readonly number[];
  /** How many mutants are drawn; null: all. */
  readonly sample: number | null;
  readonly seed: string;
  /** File that gets every verdict as JSON. */
  readonly json: string | null;
  readonly scope: FieldScope;
  readonly workers: number;
  /** Only mutants whose id contains one of these texts. */
  readonly only: readonly string[];
}

/** Mutants often wait for what does not come: meanwhile a core would idle. */
const SPARE_WORKERS = 1;

export const PROGRAM = {
  name: 'npm run mutation',
  options: {
    journey: { type: 'string', multiple: true },
    sample: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'string' },
    only: { type: 'string', multiple: true },
    'every-field': { type: 'boolean' },
    workers: { type: 'string' },
  },
  help: `Uso: npm run mutation -- [opções]
  --journey N     só os mutantes da jornada N (pode repetir)
  --sample N      só N mutantes, sorteados
  --seed TEXTO    semente do sorteio (padrão: dumont)
  --only TEXTO    só os mutantes cujo nome contém o texto (pode repetir)
  --every-field   todos os campos das respostas, e não só os documentados
  --workers N     processos ao mesmo tempo (padrão: um por núcleo, e mais um)
  --json ARQUIVO  grava todos os vereditos`,
} satisfies CommandLine;

/** @throws Misuse */
export function mutationOptions({ values }: Asked<typeof PROGRAM.options>): MutationOptions {
  const { journey, sample, seed, json, workers, only, 'every-field': everyField } = values;
  return {
    journeys: (journey ?? []).map((text) => wholeNumber('--journey', text)),
    sample: sample === undefined ? null : wholeNumber('--sample', sample),
    seed: seed ?? 'dumont',
    json: json ?? null,
    scope: everyField ? 'every' : 'documented',
    workers: workers === undefined ? availableParallelism() + SPARE_WORKERS : wholeNumber('--workers', workers),
    only: only ?? [],
  };
}

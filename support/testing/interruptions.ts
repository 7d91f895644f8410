import { startSandbox } from '../sandbox/index';
import { type Asked, type CommandLine, runProgram, wholeNumber } from '../shared/command-line';
import { holds, InterruptionTrials, momentsOf, type Trial } from './interruption-trials';

const PROGRAM = {
  name: 'node -r ./support/register.cjs support/testing/interruptions.ts',
  help: `Interrompe execuções que alugam num sandbox, em momentos sorteados, e confere o que sobra: nada parado, nenhum processo, nenhum
recurso depois da execução ou de um npm run sweep, nenhum relatório pela metade. Só onde há /proc.

  --seed TEXTO   o sorteio (a mesma semente sorteia os mesmos momentos; sem ela, 1)
  --count N      quantos momentos (sem ele, 10)
  --from N       a partir de qual deles
  --verbose      também o que cada execução mostrou

Sai com 1 se algo sobrou.`,
  options: { seed: { type: 'string' }, count: { type: 'string' }, from: { type: 'string' }, verbose: { type: 'boolean' } },
} as const satisfies CommandLine;

/** Journeys that rent, take snapshots and start jobs. */
const PATHS = ['02_instance_lifecycle', '03_backup_restore', '05_finetune_workflow'].map((name) => `features/${name}.feature`);

async function main({ values }: Asked<typeof PROGRAM.options>): Promise<number> {
  const first = wholeNumber('--from', values.from ?? '1') - 1;
  const moments = momentsOf(values.seed ?? '1', first + wholeNumber('--count', values.count ?? '10')).slice(first);
  const sandbox = await startSandbox();
  try {
    const trials = new InterruptionTrials(sandbox, PATHS);
    const course = await trials.measure();
    console.log(
      `Sem interrupção: ${Math.round(course.startMs)} ms até o primeiro cenário, ${course.messages} mensagens de passos.`,
    );
    const done: Trial[] = [];
    for (const moment of moments) {
      const trial = await trials.try(moment, course);
      done.push(trial);
      console.log(lineOf(trial, done.length));
      if (values.verbose) console.log(trial.output);
    }
    console.log(summaryOf(done));
    return done.every(holds) ? 0 : 1;
  } finally {
    await sandbox.close();
  }
}

function lineOf(trial: Trial, number: number): string {
  const { moment, afterMs, exitCode, hung, isGreen, processes, left, leftAfterSweep, broken } = trial;
  const ending = hung ? 'PAROU' : `saída ${exitCode ?? 'por sinal'}`;
  const facts = [
    ending,
    isGreen && 'VERDE apesar de interrompida',
    processes.length > 0 && `processos: ${processes.join(' | ')}`,
    left.length > 0 && `ficou: ${left.join(', ')}`,
    left.length > 0 && (leftAfterSweep.length > 0 ? `depois do sweep: ${leftAfterSweep.join(', ')}` : 'o sweep desfez'),
    broken.length > 0 && `pela metade: ${broken.join(', ')}`,
  ];
  const what = `${moment.signal} ${moment.to} com ${moment.workers} processos aos ${afterMs} ms`;
  return `${holds(trial) ? 'ok' : 'NÃO'} ${number}. ${what}: ${facts.filter((fact) => fact !== false).join('; ')}`;
}

function summaryOf(trials: readonly Trial[]): string {
  const counted = (is: (trial: Trial) => boolean): number => trials.filter(is).length;
  return [
    `${trials.length} momentos`,
    `${counted(({ hung }) => hung)} paradas`,
    `${counted(({ isGreen }) => isGreen)} verdes`,
    `${counted(({ processes }) => processes.length > 0)} com processos vivos`,
    `${counted(({ left }) => left.length > 0)} deixaram recursos`,
    `${counted(({ leftAfterSweep }) => leftAfterSweep.length > 0)} também depois do sweep`,
    `${counted(({ broken }) => broken.length > 0)} com relatório pela metade`,
  ].join(' · ');
}

void runProgram(PROGRAM, main, 'Não consegui interromper execuções');

import { existsSync } from 'node:fs';
import { type Asked, type CommandLine, Misuse, runProgram } from '../../shared/command-line';
import { deviationsFolder, environment, reportsFolder } from '../../shared/environment';
import { lastMessages } from '../../shared/report-drafts';
import { visible } from '../../shared/visible';
import { count, moment } from '../../shared/words';
import { promisesIn } from '../conformity/promises';
import { byCriticality, criticalityTitle } from '../conformity/sentences';
import { isFailure, outcomeOf, scenariosOf } from '../model/outcome';
import type { Run } from '../model/run';
import { readRun } from '../read-run';
import { compareDeviations, type DeviationReport, mayDeviate } from './compare';
import { isPromise, type KnownDeviation, writeKnown } from './known-file';
import { knownOfRun } from './known-of-run';
import { type Deviating, deviating, nameOf } from './markdown';
import { amounts, countsOf, STANDINGS, staleness, whatIsKnown } from './sentences';

const PROGRAM = {
  name: 'npm run deviations',
  options: { record: { type: 'boolean' }, strict: { type: 'boolean' } },
  takesWords: true,
  help: `Compara o que se desviou na última execução com os desvios conhecidos daquele alvo e daquela CLI, e julga.

  npm run deviations                      da execução de reports/messages.ndjson
  npm run deviations -- parte-1.ndjson …  de outras mensagens, ou das partes de uma execução
  npm run deviations -- --record          grava na lista o que se desviou; o que sarou sai dela

  --record  grava a lista, uma por alvo e CLI, na pasta DUMONT_DEVIATIONS (sem ela, features/deviations)
  --strict  também reprova o que sarou e ainda está na lista, e o que nela venceu ou não tem motivo
  --help    esta ajuda

Código de saída: 0 se todo desvio é conhecido e nada mais falhou; 1 se não; 2 se não deu para comparar.`,
} satisfies CommandLine;

function main({ values, words }: Asked<typeof PROGRAM.options>): number {
  const run = readRun(filesOf(words));
  const { runInfo } = run;
  if (runInfo === null) throw new Misuse('As mensagens não dizem contra o que se rodou; sem isso não há com que comparar.');
  if (run.dryRun) throw new Misuse('A última execução foi um ensaio (--dry-run): nada se desviou, nem deixou de se desviar.');
  if (!mayDeviate(runInfo)) {
    if (values.record)
      throw new Misuse('Contra o sandbox embutido, com a CLI embutida, tudo precisa valer: não há desvio a registrar.');
    say('Contra o sandbox embutido, com a CLI embutida, tudo precisa valer: nenhum desvio é conhecido.');
    return run.succeeded === true ? 0 : 1;
  }
  const report = compareDeviations(run, promisesIn(run), knownOfRun(run, environment()));
  say(
    `Execução de ${run.startedAt ? moment(run.startedAt) : 'data desconhecida'} · Alvo: ${runInfo.target} · CLI: ${runInfo.cli}`,
  );
  if (values.record) return record(run, report);
  const today = new Date().toISOString().slice(0, 10);
  for (const line of [...deviationLines(report), ...listedLines('Sanados', report.healed)]) say(line);
  const troubles = troublesOf(run, report);
  const demands = values.strict === true ? strictDemands(report, today) : [];
  for (const sentence of [...troubles, ...demands]) say(`✘ ${sentence}`);
  say(`\n${amounts(countsOf(report))}. ${advice(report)}`.trimEnd());
  return report.fresh.length + troubles.length + demands.length > 0 ? 1 : 0;
}

/** @throws Misuse */
function filesOf(words: readonly string[]): readonly string[] {
  const files = words.length > 0 ? words : [lastMessages(reportsFolder())];
  const absent = files.find((file) => !existsSync(file));
  if (absent === undefined) return files;
  throw new Misuse(`${absent} não existe; ${words.length > 0 ? 'confira o caminho' : 'rode antes npx cucumber-js'}.`);
}

function record({ runInfo }: Run, { fresh, known, healed, unseen, otherFailures }: DeviationReport): number {
  if (!mayDeviate(runInfo)) return 0;
  const superseded = new Set(fresh.map(({ subject }) => subject));
  const kept = [...known.map(({ entry }) => entry), ...unseen.filter(({ subject }) => !superseded.has(subject))];
  const file = writeKnown(deviationsFolder(), runInfo, { kept: new Set(kept.map(({ signature }) => signature)), fresh });
  const gone = healed.length + unseen.length - (kept.length - known.length);
  say(`${file}: ${count(fresh.length, 'desvio novo', 'desvios novos')}, ${kept.length} como antes, ${gone} fora da lista.`);
  if (fresh.length > 0) say('Diga de cada um por que se aceita (reason), quem conserta (owner) e até quando (until).');
  if (otherFailures.length > 0)
    say(`${count(otherFailures.length, 'cenário falhou', 'cenários falharam')} sem que seja desvio; isso não se registra.`);
  return 0;
}

function deviationLines(report: DeviationReport): string[] {
  return byCriticality(deviating(report)).flatMap(({ criticality, found }) => [
    `\n${criticalityTitle(criticality)}`,
    ...found.flatMap(entryLines),
  ]);
}

function entryLines(deviation: Deviating): string[] {
  const { wanted, found, entry } = deviation;
  const known = entry ? whatIsKnown(entry) : '';
  return [
    `${entry ? '-' : '✘'} ${STANDINGS[entry ? 'known' : 'new']}: ${nameOf(deviation)}`,
    `    prometido: ${wanted}`,
    `    aconteceu: ${found}`,
    ...(known === '' ? [] : [`    ${known}`]),
  ].map(visible);
}

function listedLines(title: string, entries: readonly KnownDeviation[]): string[] {
  return entries.length > 0 ? [`\n${title}`, ...entries.map((entry) => `✔ ${listedName(entry)}`)] : [];
}

function listedName({ subject, command, wanted }: KnownDeviation): string {
  return visible(isPromise(subject) ? `${subject} ${command}` : `${command} (${wanted})`);
}

/** What keeps a run from being judged good, however well its deviations are known. */
function troublesOf(run: Run, { otherFailures }: DeviationReport): string[] {
  const scenarios = scenariosOf(run);
  const waiting = scenarios.filter((scenario) => outcomeOf(scenario) === 'not-run').length;
  const isSilent = run.succeeded === false && !scenarios.some((scenario) => isFailure(outcomeOf(scenario)));
  return [
    ...otherFailures.map(({ name, uri, line }) => `falhou sem que seja desvio: ${visible(name)} (${uri}:${line})`),
    ...run.hookFailures.map(({ when }) => `a execução falhou fora dos cenários (${when})`),
    ...(waiting > 0 ? [count(waiting, 'cenário não rodou', 'cenários não rodaram')] : []),
    ...(run.succeeded === null ? ['a execução não chegou ao fim'] : []),
    ...(isSilent && run.hookFailures.length === 0 ? ['a execução falhou, e nenhum cenário diz por quê'] : []),
    ...run.gaps,
  ];
}

function strictDemands({ healed, known, unseen }: DeviationReport, today: string): string[] {
  const listed = [...known.map(({ entry }) => entry), ...unseen];
  return [
    ...healed.map((entry) => `sanado e ainda na lista: ${listedName(entry)}`),
    ...listed.flatMap((entry) => {
      const problem = staleness(entry, today);
      return problem === null ? [] : [`${problem}: ${listedName(entry)}`];
    }),
  ];
}

function advice({ file, fresh, healed }: DeviationReport): string {
  if (fresh.length === 0 && healed.length === 0) return '';
  const where = file === null ? 'Nada está registrado para este alvo e esta CLI. ' : '';
  return `${where}Para que a lista diga o que esta execução diz: npm run deviations -- --record`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

void runProgram(PROGRAM, main, 'Não consegui comparar os desvios');

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from './running';

/** Of a run by its process, below the folder of the reports; cucumber.js gives the streams their files in it. */
const DRAFTS = /^execucao-em-curso-(\d+)$/;

const MESSAGES = 'messages.ndjson';
const LINE_BREAK = 0x0a;
const README = 'LEIA-ME.txt';
const EXPLANATION = `Uma execução está em curso, ou foi cortada antes do fim. Até que ela termine, o que está na pasta de cima é da execução anterior.
Se foi cortada, npm run reports faz os relatórios do que ela chegou a fazer; a próxima execução apaga esta pasta.
`;

/** What one output leaves when its process is killed while it takes the place of the former. */
const HALF_MADE =
  /^(documentacao(?:\.html|\.pdf)?|painel|jornadas\.md|desvios\.md|resumo\.json|junit\.xml|cucumber\.html|history\.jsonl|(?:cobertura|conformidade)\.(?:json|md|junit\.xml))\.(\d+)(\.old)?$/;

/** Makes the folder in which the files of a run grow; what runs that were killed have left in the reports goes. */
export function openDrafts(reports: string, drafts: string): void {
  for (const folder of [reports, path.join(reports, 'parcial')]) clear(folder);
  mkdirSync(drafts, { recursive: true });
  writeFileSync(path.join(drafts, README), EXPLANATION);
}

/** Gives the files of a run that is over their places among the reports. Nothing happens where the run never opened any. */
export function publishDrafts(reports: string, drafts: string): void {
  if (!existsSync(drafts)) return;
  for (const name of readdirSync(drafts)) {
    const file = path.join(drafts, name);
    if (name !== README && isWhole(file)) renameSync(file, path.join(reports, name));
  }
  rmSync(drafts, { recursive: true, force: true });
}

/** A stream that the disk had no room for ends in the middle of a line; what nothing was written to says nothing. */
function isWhole(file: string): boolean {
  const content = readFileSync(file);
  return content.length > 0 && (!file.endsWith('.ndjson') || content.at(-1) === LINE_BREAK);
}

/** The messages of the last run: those of one that was killed lie where they grew. */
export function lastMessages(reports: string): string {
  const file = path.join(reports, MESSAGES);
  const cut = namesIn(reports)
    .filter((name) => !isRunning(Number(DRAFTS.exec(name)?.[1] ?? process.pid)))
    .map((name) => path.join(reports, name, MESSAGES));
  const latest = [file, ...cut].filter((each) => sizeOf(each) > 0).sort((one, other) => changedAt(other) - changedAt(one));
  return latest[0] ?? file;
}

function clear(reports: string): void {
  for (const name of namesIn(reports)) {
    const [, output = '', pid, isFormer] = HALF_MADE.exec(name) ?? [];
    const owner = pid ?? DRAFTS.exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    const target = path.join(reports, output);
    if (isFormer && !existsSync(target))
      renameSync(path.join(reports, name), target); // killed between the former and the new
    else rmSync(path.join(reports, name), { recursive: true, force: true });
  }
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function changedAt(file: string): number {
  return statSync(file).mtimeMs;
}

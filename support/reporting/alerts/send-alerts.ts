import path from 'node:path';
import { type Asked, Misuse, runProgram } from '../../shared/command-line';
import { environment, reportsFolder } from '../../shared/environment';
import { list, moment } from '../../shared/words';
import { readHistory } from '../history/history';
import { composed } from './compose';
import { deliver, failureSentence, payloadFor } from './deliver';
import { latestSummary } from './latest-summary';
import type { AlertMessage } from './message';
import { PROGRAM } from './options';
import { plainText } from './plain-text';
import { type AlertSettings, CHANNELS, readAlertSettings } from './settings';
import { isWorthTelling, type Transitions, transitions } from './transitions';

interface AlertOptions {
  /** Show the messages instead of sending them. */
  readonly dryRun: boolean;
  /** The folder with history.jsonl. */
  readonly reports: string;
}

/** @throws Misuse when a variable cannot be used, or the history cannot be read */
async function main({ values }: Asked<typeof PROGRAM.options>): Promise<undefined> {
  const options: AlertOptions = { dryRun: values['dry-run'] === true, reports: values.reports ?? reportsFolder() };
  try {
    await tellOfLatest(options);
  } catch (error) {
    if (error instanceof Misuse) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const advice = 'confira history.jsonl na pasta dos relatórios';
    throw new Misuse(`Não consegui preparar o alerta (${code ?? message}); ${advice}.`, { cause: error });
  }
}

async function tellOfLatest(options: AlertOptions): Promise<void> {
  const settings = readAlertSettings(environment());
  const history = readHistory(path.join(options.reports, 'history.jsonl'));
  const latest = latestSummary(options.reports);
  if (latest !== null && !history.runs.some(({ at }) => at.getTime() === latest.startedAt)) return say(NOT_RECORDED);
  const found = transitions(history, settings.reminder);
  if (!found) return say(`Não há execução registrada em ${path.join(options.reports, 'history.jsonl')}: nenhum alerta.`);
  if (!isWorthTelling(found)) return say(nothingChanged(found));
  await tell(composed(found, settings.docsUrl, latest?.deviations ?? null), settings, options);
}

const NOT_RECORDED =
  'A última execução não entrou no histórico (foi um ensaio ou uma parte, nenhum cenário rodou, ou ele não pôde ser gravado), e a anterior já teve a sua vez: nenhum alerta.';

async function tell(message: AlertMessage, { channels }: AlertSettings, { dryRun }: AlertOptions): Promise<void> {
  if (dryRun) {
    for (const channel of channels)
      say(`# ${CHANNELS[channel.kind].name}\n${JSON.stringify(payloadFor(channel, message), null, 2)}\n`);
  }
  if (dryRun && channels.length > 0) return say('Nada foi enviado (--dry-run).');
  say(`${plainText(message)}\n`);
  if (channels.length === 0)
    return say('Nenhum canal de alerta está configurado; veja quais existem com npm run alerts -- --help.');
  const deliveries = await deliver(message, channels);
  const arrived = deliveries.filter(({ failure }) => failure === null).map(({ channel }) => CHANNELS[channel.kind].name);
  if (arrived.length > 0) say(`Alerta entregue por ${list(arrived)}.`);
  for (const delivery of deliveries) if (delivery.failure !== null) process.stderr.write(`${failureSentence(delivery)}\n`);
}

function nothingChanged({ previous }: Transitions): string {
  return previous
    ? `Nada mudou desde ${moment(previous.at)}: nenhum alerta.`
    : 'É a primeira execução registrada, e nada falhou: nenhum alerta.';
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Over when the program is. */
export const ended = runProgram(PROGRAM, main, 'Não consegui preparar o alerta');

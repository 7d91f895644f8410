import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { list, moment } from '../../shared/words';
import { readHistory } from '../history/history';
import { composed } from './compose';
import { deliver, failureSentence, payloadFor } from './deliver';
import type { AlertMessage } from './message';
import { type AlertOptions, readOptions, USAGE } from './options';
import { plainText } from './plain-text';
import { type AlertSettings, CHANNELS, readAlertSettings, UsageError } from './settings';
import { isWorthTelling, type Transitions, transitions } from './transitions';

const MISUSE = 2;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) return say(USAGE);
  const settings = readAlertSettings(process.env);
  const history = readHistory(path.join(options.reports, 'history.jsonl'));
  const latest = startOfLatest(options.reports);
  if (latest !== null && !history.runs.some(({ at }) => at.getTime() === latest)) return say(NOT_RECORDED);
  const found = transitions(history, settings.reminder);
  if (!found) return say(`Não há execução registrada em ${path.join(options.reports, 'history.jsonl')}: nenhum alerta.`);
  if (!isWorthTelling(found)) return say(nothingChanged(found));
  await tell(composed(found, settings.docsUrl), settings, options);
}

const NOT_RECORDED =
  'A última execução não entrou no histórico (foi um ensaio ou uma parte, nenhum cenário rodou, ou ele não pôde ser gravado), e a anterior já teve a sua vez: nenhum alerta.';

/**
 * When the run began whose outputs lie beside the history, in milliseconds: one that was not recorded must not send the news of the run
 * before it once more.
 * @returns null when there is no summary of a run; NaN when its run never began
 */
function startOfLatest(reports: string): number | null {
  const file = path.join(reports, 'resumo.json');
  if (!existsSync(file)) return null;
  try {
    const { startedAt }: { startedAt?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
    return typeof startedAt === 'string' ? Date.parse(startedAt) : Number.NaN;
  } catch {
    return null; // half a summary says nothing
  }
}

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

// Who reads only the first lines has seen enough.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') process.exit(MISUSE);
});

main().catch((error: unknown) => {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = MISUSE;
    return;
  }
  const { code, message, stack } = error as NodeJS.ErrnoException;
  process.stderr.write(`Não consegui preparar o alerta (${code ?? message}); confira history.jsonl na pasta dos relatórios.\n`);
  if (process.env.DEBUG === '1') process.stderr.write(`${stack}\n`);
  process.exitCode = MISUSE;
});

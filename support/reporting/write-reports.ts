import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { replaceFile, whyOf } from '../shared/files';
import { renderPage } from './cucumber-html-reporter/render';
import { tellGitHub } from './github/publish';
import { scenariosOf, totalsOf } from './model/outcome';
import type { Run } from './model/run';
import { editTemplate } from './outputs/edit-link';
import { PdfError, printPdf } from './outputs/pdf';
import { summaryJson } from './outputs/summary-json';
import { writeOutputs } from './outputs/write-outputs';
import { NotAMessageStream, readRun } from './read-run';
import { plainContext } from './site/context';
import { printFile } from './site/single-file';
import { headline, totalsSentence } from './text/headline';

const HELP = `Refaz os relatórios a partir das mensagens de uma ou mais execuções.

  npm run reports                                   de reports/messages.ndjson
  npm run reports -- parte-1.ndjson parte-2.ndjson  das partes (--shard) de uma execução, ou dela e das suas repetições

  --out PASTA   onde gravar (sem ela, DUMONT_REPORTS, ou reports)
  --pdf         também documentacao.pdf, com o Chromium, Chrome ou Edge da máquina ou de CHROME_PATH
  --help        esta ajuda
`;

const MISUSE = 2;

interface Options {
  files: readonly string[];
  folder: string;
  pdf: boolean;
}

/** A command line that cannot be obeyed. The message is one Portuguese sentence. */
class Misuse extends Error {}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(HELP);
    return;
  }
  const run = readRun(options.files);
  const troubles = await writeAll(run, options);
  for (const sentence of [...run.gaps, ...troubles]) process.stderr.write(`${sentence}\n`);
  if (troubles.length > 0) process.exitCode = 1;
}

/** @throws Misuse */
function readOptions(argv: string[]): Options | null {
  const { values, positionals } = parsed(argv);
  if (values.help) return null;
  const reports = process.env.DUMONT_REPORTS || 'reports';
  const files = positionals.length > 0 ? positionals : [path.join(reports, 'messages.ndjson')];
  const absent = files.find((file) => !existsSync(file));
  if (absent !== undefined) {
    const advice = positionals.length > 0 ? 'confira o caminho' : 'rode antes npx cucumber-js, ou informe os arquivos';
    throw new Misuse(`${absent} não existe; ${advice}.`);
  }
  editTemplate({ runInfo: null }, process.env.DUMONT_EDIT_URL);
  return { files, folder: values.out ?? reports, pdf: values.pdf ?? false };
}

function parsed(argv: string[]): ReturnType<typeof parse> {
  try {
    return parse(argv);
  } catch (error) {
    const option = /'(-[^']*)'/.exec((error as Error).message)?.[1]?.split(' ')[0] ?? '';
    throw new Misuse(`A opção ${option} não existe ou não está completa; veja npm run reports -- --help.`);
  }
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' }, pdf: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });

/** @returns one sentence for each output that could not be made */
async function writeAll(run: Run, { folder, pdf }: Options): Promise<string[]> {
  const { paths, troubles } = writeOutputs(run, { folder, now: new Date(), env: process.env });
  const attempt = async (name: string, work: (target: string) => void | Promise<void>): Promise<void> => {
    try {
      await work(path.join(folder, name));
      paths.push(name);
    } catch (error) {
      troubles.push(error instanceof PdfError ? error.message : `${name} não pôde ser gravado: ${whyOf(error)}.`);
    }
  };
  await attempt('resumo.json', (file) => replaceFile(file, summaryJson(run)));
  await attempt('cucumber.html', (file) => replaceFile(file, renderPage(run)));
  if (pdf) await attempt('documentacao.pdf', (file) => printPdf(printFile(run, plainContext(new Date())), file, process.env));
  process.stdout.write(`${headline(run)}\n${totalsSentence(totalsOf(scenariosOf(run)))}\n`);
  tellGitHub(run, process.env, (text) => process.stdout.write(text));
  process.stdout.write(`Relatórios: ${paths.map((name) => path.join(folder, name)).join(', ')}\n`);
  return troubles;
}

// Who reads only the first lines has seen enough.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? process.exitCode : 1));

main().catch((error: unknown) => {
  const isSaid = error instanceof Misuse || error instanceof NotAMessageStream || (error as Error)?.name === 'EditLinkError';
  process.stderr.write(`${isSaid ? (error as Error).message : `Os relatórios não puderam ser feitos: ${whyOf(error)}.`}\n`);
  if (['1', 'true'].includes(process.env.DEBUG ?? '')) console.error(error);
  process.exitCode = isSaid ? MISUSE : 1;
});

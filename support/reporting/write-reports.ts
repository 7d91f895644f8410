import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Asked, type CommandLine, Misuse, runProgram } from '../shared/command-line';
import { environment, reportsFolder } from '../shared/environment';
import { replaceFile, whyOf } from '../shared/files';
import { lastMessages } from '../shared/report-drafts';
import { renderPage } from './cucumber-html-reporter/render';
import { tellGitHub } from './github/publish';
import { scenariosOf, totalsOf } from './model/outcome';
import type { Run } from './model/run';
import { editTemplate } from './outputs/edit-link';
import { PdfError, printPdf } from './outputs/pdf';
import { writeOutputs } from './outputs/write-outputs';
import { readRun } from './read-run';
import { plainContext } from './site/context';
import { printFile } from './site/single-file';
import { headline, totalsSentence } from './text/headline';

const PROGRAM = {
  name: 'npm run reports',
  options: { out: { type: 'string' }, pdf: { type: 'boolean' } },
  takesWords: true,
  help: `Refaz os relatórios a partir das mensagens de uma ou mais execuções.

  npm run reports                                   de reports/messages.ndjson
  npm run reports -- parte-1.ndjson parte-2.ndjson  das partes (--shard) de uma execução, ou dela e das suas repetições

  --out PASTA   onde gravar (sem ela, DUMONT_REPORTS, ou reports)
  --pdf         também documentacao.pdf, com o Chromium, Chrome ou Edge da máquina ou de CHROME_PATH
  --help        esta ajuda`,
} satisfies CommandLine;

interface Options {
  files: readonly string[];
  folder: string;
  pdf: boolean;
}

async function main(asked: Asked<typeof PROGRAM.options>): Promise<number> {
  const options = readOptions(asked);
  const run = readRun(options.files);
  const failures = await writeAll(run, options);
  for (const sentence of [...run.gaps, ...failures]) process.stderr.write(`${sentence}\n`);
  return failures.length > 0 ? 1 : 0;
}

/** @throws Misuse */
function readOptions({ values, words }: Asked<typeof PROGRAM.options>): Options {
  const reports = reportsFolder();
  const files = words.length > 0 ? words : [lastMessages(reports)];
  const absent = files.find((file) => !existsSync(file));
  if (absent !== undefined) {
    const advice = words.length > 0 ? 'confira o caminho' : 'rode antes npx cucumber-js, ou informe os arquivos';
    throw new Misuse(`${absent} não existe; ${advice}.`);
  }
  editTemplate({ runInfo: null }, environment().DUMONT_EDIT_URL);
  return { files, folder: values.out ?? reports, pdf: values.pdf ?? false };
}

/** @returns one sentence for each output that could not be made */
async function writeAll(run: Run, { folder, pdf }: Options): Promise<string[]> {
  const { paths, failures, conformity } = writeOutputs(run, { folder, now: new Date(), env: environment() });
  const attempt = async (name: string, work: (target: string) => void | Promise<void>): Promise<void> => {
    try {
      await work(path.join(folder, name));
      paths.push(name);
    } catch (error) {
      failures.push(error instanceof PdfError ? error.message : `${name} não pôde ser gravado: ${whyOf(error)}.`);
    }
  };
  await attempt('cucumber.html', (file) => replaceFile(file, renderPage(run)));
  if (pdf) await attempt('documentacao.pdf', (file) => printPdf(printFile(run, plainContext(new Date())), file, environment()));
  process.stdout.write(`${headline(run)}\n${totalsSentence(totalsOf(scenariosOf(run)))}\n`);
  tellGitHub(run, conformity, environment(), (text) => process.stdout.write(text));
  process.stdout.write(`Relatórios: ${paths.map((name) => path.join(folder, name)).join(', ')}\n`);
  return failures;
}

/** Over when the program is. */
export const ended = runProgram(PROGRAM, main, 'Os relatórios não puderam ser feitos');

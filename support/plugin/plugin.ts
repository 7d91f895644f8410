import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Plugin } from '@cucumber/cucumber/api';
import { StepWatch } from '../authoring/runner/step-findings';
import { buildCli } from '../sandbox/cli/bundle';
import { readSettings, type Settings, SettingsError } from '../settings';
import { whyOf } from '../shared/files';
import { provideRunInfo } from '../shared/messages/run-info';
import { openDrafts, publishDrafts } from '../shared/report-drafts';
import { isShard } from '../shared/shard';
import { killLeftProcesses } from '../suite/command/left-processes';
import { preflight } from '../suite/preflight/preflight';
import { isJourney } from '../suite/promises/stanzas';
import { closeRunFolder, openRunFolder, stopRun } from '../suite/run/run-folder';
import { runLedger } from '../suite/run/run-ledger';
import { leaksInWords, withholdLeaks } from '../suite/safety/secrets/last-look';
import { announceCosts, closeRunLedger } from '../suite/safety/spending/run-costs';
import { ReachWatch } from './reach-watch';
import { describeRun, describeSelection } from './run-info';
import { unknownVariables, unpassedVariables, unpassedWarnings } from './unknown-variables';

/** A setting that cannot be used, or no such CLI. */
const MISUSE = 2;

const NOTHING_RAN = 'Nenhum cenário rodou: nenhum corresponde ao caminho, ao nome ou às tags pedidas.';

const ONLY_JOURNEYS = 'Alcance: as dez jornadas; DUMONT_SCOPE=tudo roda também as regras.';

/** Said of each scenario that did not begin, and once at the end. */
const NOT_BEGUN = 'não rodou: o backend deixou de responder no meio da execução.';
const STOPPED =
  'A execução parou no meio: três cenários seguidos não alcançaram o backend; veja neles por quê. O que já se viu está nos relatórios.';

/** What cucumber.js tells the plugin. */
interface PluginOptions {
  /** Folder of the reports. */
  readonly reports: string;
  /** Folder below it in which the files of this run grow. */
  readonly drafts: string;
}

/**
 * What happens once per run and before it, in the coordinator: settings are validated, the run's folder is made, the embedded CLI
 * is bundled; the features are checked for slips that their text shows; and a run in which no scenario ran fails.
 */
const plugin: Plugin<PluginOptions> = {
  type: 'plugin',
  optionsKey: 'dumont',
  coordinator: async ({ operation, on, transform, options, environment }) => {
    if (operation !== 'runCucumber') return undefined;
    const print = (text: string): void => void environment.stderr.write(`${text}\n`);
    const startedAt = Date.now();
    const settings = orMisuse(() => readSettings(), print);
    orMisuse(() => prepareReports(options.reports), print);
    const unpassed = unpassedVariables(settings);
    for (const warning of unknownVariables()) print(warning);
    print(whatIsChecked(settings));
    const [run, problems] = await Promise.all([
      describeRun(settings),
      isDryRun() ? [] : preflight(settings, unpassed),
      settings.cli.kind === 'embedded' && buildCli(),
    ]);
    stopFor(problems, print);
    for (const warning of unpassedWarnings(unpassed)) print(warning);
    const { target } = settings;
    const rents = target.kind === 'deployment' && !settings.skipDestructive && !isDryRun();
    if (rents) for (const line of announceCosts(target, settings.maxCost)) print(line);
    const runFolder = openRunFolder();
    const ledger = rents ? runLedger(target).file : null;
    let journeysOnly = false;
    on('paths:resolve', ({ unexpandedSourcePaths, sourcePaths }) => {
      checkFeatures(sourcePaths, print);
      openDrafts(options.reports, options.drafts);
      const selection = describeSelection({ paths: unexpandedSourcePaths, argv: process.argv });
      provideRunInfo({ ...run, ...selection });
      journeysOnly = onlyJourneys(settings, selection.whole);
      if (journeysOnly) print(ONLY_JOURNEYS);
    });
    transform('pickles:filter', (pickles) => (journeysOnly ? pickles.filter(({ pickle }) => isJourney(pickle)) : pickles));

    let started = 0;
    let stoppedEarlier = false;
    const steps = new StepWatch();
    const reach = new ReachWatch();
    // Below what the formatters say, which may be that all passed, also where the process leaves in the middle; the code is set at the very
    // end, for the runner writes its own before.
    const conclude = (): void => {
      killLeftProcesses(runFolder); // of a worker that was killed: nobody else knows of them
      const unwritten = unwrittenReports(options);
      const why = started === 0 && !stoppedEarlier && !isShard() ? NOTHING_RAN : reach.isOver ? STOPPED : steps.findings();
      const leaks = leaksOf(settings, options.reports, startedAt);
      const problems = [unwritten, leaks, why].filter((problem) => problem !== null);
      for (const problem of problems) print(problem);
      if (problems.length > 0) process.exitCode ||= 1;
      if (ledger !== null) closeRunLedger(ledger).forEach(print); // last of all: it may be money
    };
    on('message', (envelope) => {
      if (envelope.meta) process.once('exit', conclude); // the formatters are there, and have asked to be heard before
      steps.note(envelope);
      if (reach.note(envelope)) stopRun(NOT_BEGUN);
      if (envelope.testCaseStarted) started += 1;
      if (envelope.parseError) stoppedEarlier = true;
    });
    return closeRunFolder;
  },
};

export default plugin;

/** Said first, so that nobody takes a run against the sandbox for one against production. */
function whatIsChecked({ target, cli, skipDestructive, contract }: Settings): string {
  const where = target.kind === 'sandbox' ? 'sandbox embutido' : target.baseUrl;
  const program = cli.kind === 'embedded' ? 'embutida' : cli.file;
  const limits = [skipDestructive && 'sem criar nem destruir', contract === 'relatar' && 'o que foge do contrato só é relatado'];
  return [`Alvo: ${where}`, `CLI: ${program}`, ...limits.filter((limit) => limit !== false)].join(' · ');
}

/** The rules make some two hundred machines: where each costs money they are run when somebody asks for them. */
function onlyJourneys({ scope, target }: Settings, isWhole: boolean): boolean {
  if (scope !== null) return scope === 'jornadas';
  return isWhole && target.kind === 'deployment' && target.control === null;
}

/** What grew during the run takes its place among the reports. @returns why not, in a sentence; null when it did */
function unwrittenReports({ reports, drafts }: PluginOptions): string | null {
  try {
    publishDrafts(reports, drafts);
    return null;
  } catch (error) {
    return `As mensagens da execução ficaram em ${drafts}: ${whyOf(error)}.`;
  }
}

/** The reports are searched once more where they could hold a secret that is somebody's. */
function leaksOf({ target, secrets }: Settings, reports: string, since: number): string | null {
  if (target.kind === 'sandbox' && secrets.length === 0) return null;
  const leaks = withholdLeaks(reports, secrets, since);
  return leaks.length === 0 ? null : leaksInWords(leaks);
}

/** Nothing is run, so that nothing needs to be reached. */
function isDryRun(): boolean {
  return process.argv.some((word) => word === '-d' || word === '--dry-run');
}

/** What leaves a run nothing to check ends the process before anything is opened. */
function stopFor(problems: readonly string[], print: (text: string) => void): void {
  if (problems.length === 0) return;
  for (const problem of problems) print(problem);
  process.exit(MISUSE);
}

/** A slip that the text of a feature shows ends the process before anything is opened: many would otherwise take scenarios out of the run. */
function checkFeatures(files: readonly string[], print: (text: string) => void): void {
  const { refusal } = require('../authoring/runner/check-before') as typeof import('../authoring/runner/check-before'); // only a run needs it
  const refused = refusal(files, process.cwd());
  if (refused === null) return;
  print(refused);
  closeRunFolder();
  process.exit(1);
}

/** The result of `read`; a setting that cannot be used ends the process with its sentence before anything is opened. */
function orMisuse<Result>(read: () => Result, print: (text: string) => void): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    print(error.message);
    process.exit(MISUSE);
  }
}

/** A report that cannot be opened would leave the runner waiting for ever. */
function prepareReports(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError(`Não consigo gravar relatórios em "${folder}" (${code}); escolha outra pasta com DUMONT_REPORTS.`);
  }
}

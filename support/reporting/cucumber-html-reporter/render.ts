import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { html, raw, render } from '../../shared/html';
import { attemptOutcome, scenariosOf } from '../model/outcome';
import type { Journey, Run, Scenario } from '../model/run';
import { plainContext } from '../site/context';
import { journeyArticle, tools } from '../site/journey';
import { singlePage } from '../site/single-file';
import { singleSite } from '../site/site';

/** More scenarios than this are more than a browser opens: those that passed are left to the documentation. */
const MOST_SCENARIOS = 2000;

/** The folder cucumber-html-reporter takes as `templateDir`: its theme's index.html and features.html, which only put our markup in place. */
const TEMPLATES = path.join(__dirname, 'templates');

/** Where the template puts the features. No text of a run can be it: `<` is escaped there. */
const FEATURES_PLACE = '<!-- features -->';

/** The legacy JSON that cucumber-html-reporter reads, with the markup of each journey beside what it counts. */
interface LegacyFeature {
  uri: string;
  name: string;
  keyword: string;
  article: string;
  elements: {
    type: 'scenario';
    name: string;
    keyword: string;
    steps: { name: string; result: { status: string; duration: number } }[];
  }[];
}

/**
 * Has cucumber-html-reporter make one page with all evidence of a run, in the markup and the style of the documentation.
 * @returns the HTML of the page, whole
 * @throws what the tool or the file system throws
 */
export function renderPage(run: Run): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-html-'));
  try {
    const jsonFile = path.join(folder, 'run.json');
    const output = path.join(folder, 'page.html');
    const evidence = scenariosOf(run).length > MOST_SCENARIOS ? 'not-passed' : 'whole';
    const site = singleSite(run, plainContext(run.finishedAt ?? new Date()), evidence);
    writeFileSync(
      jsonFile,
      JSON.stringify(run.journeys.map((journey) => legacyFeature(journey, render(journeyArticle(site, journey, 2))))),
    );
    const page = singlePage(site, html`${run.journeys.length > 0 && tools(site)}${raw(FEATURES_PLACE)}`);
    generate({ jsonFile, output, metadata: { page, featuresPlace: FEATURES_PLACE } });
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function generate(files: { jsonFile: string; output: string; metadata: Record<string, string> }): void {
  const reporter: typeof import('cucumber-html-reporter') = require('cucumber-html-reporter'); // 65 ms to load: only when there is a report
  const options = {
    ...files,
    theme: 'simple',
    templateDir: TEMPLATES,
    reportSuiteAsScenarios: true,
    launchReport: false,
  };
  const made: unknown = silently(() => reporter.generate(options as unknown as Parameters<typeof reporter.generate>[0]));
  if (made !== true) throw new Error('cucumber-html-reporter recusou os dados da execução');
}

/** The tool announces itself, in English, on the terminal that is ours. */
function silently<T>(work: () => T): T {
  const { log, warn } = console;
  console.log = console.warn = () => {};
  try {
    return work();
  } finally {
    Object.assign(console, { log, warn });
  }
}

function legacyFeature({ uri, name, keyword, scenarios }: Journey, article: string): LegacyFeature {
  return { uri, name, keyword, article, elements: scenarios.map(legacyScenario) };
}

function legacyScenario({ name, keyword, attempts }: Scenario): LegacyFeature['elements'][number] {
  const last = attempts.at(-1);
  const status = last ? attemptOutcome(last) : 'skipped';
  return { type: 'scenario', name, keyword, steps: [{ name, result: { status, duration: (last?.durationMs ?? 0) * 1e6 } }] };
}

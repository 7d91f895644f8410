import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { count } from '../../shared/words';
import { checkText } from '../lint/check-text';
import { showFinding } from '../lint/show';
import { type FeatureSource, readFeature } from '../source/feature-source';
import { ImportGraph } from './import-graph';
import { reachOf } from './reach';
import { isNothing, NOTHING, type RunRequest, together } from './request';
import { featuresOf } from './selection';
import { SeenFeatures } from './touched';
import { WarmRunner } from './warm-runner';

const CODE = ['step-definitions', 'support'];
/** An editor that saves everything writes its files within this time. */
const BURST_MS = 80;

/** Checks and runs what is saved, until it is closed. */
export class Watch {
  readonly #root: string;
  readonly #print: (text: string) => void;
  readonly #folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'dumont-watch-')));
  readonly #runner: WarmRunner;
  readonly #seen = new SeenFeatures();
  readonly #features = new Map<string, FeatureSource>();
  readonly #saved = new Set<string>();
  #watcher: FSWatcher | undefined;
  #burst: NodeJS.Timeout | undefined;
  #busy: Promise<void> | undefined;
  #closed = false;

  /** @param root folder of the project. @param print takes what the user reads */
  constructor(root: string, print: (text: string) => void) {
    this.#root = root;
    this.#print = print;
    this.#runner = new WarmRunner(root, this.#folder);
    for (const file of featuresOf(root)) this.#seen.remember(this.#read(file));
  }

  /** Begins to watch. Resolves when nothing that is saved from now on can be missed. */
  async open(): Promise<void> {
    this.#watcher = watch(['features', 'cucumber.js', ...CODE], {
      cwd: this.#root,
      ignoreInitial: true,
      ignored: (file) => /(?:\.test\.ts|~|\.swp|node_modules)$/.test(file),
    });
    this.#watcher.on('all', (event, file) => {
      if (!event.endsWith('Dir')) this.#noteSaved(file.split(path.sep).join('/'));
    });
    await new Promise<void>((resolve) => this.#watcher?.once('ready', resolve));
  }

  /** Ends what is in course and removes what it left. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#burst);
    await Promise.all([this.#watcher?.close(), this.#runner.close()]);
    await this.#busy;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }

  #noteSaved(file: string): void {
    this.#saved.add(file);
    clearTimeout(this.#burst);
    this.#burst = setTimeout(() => this.#begin(), BURST_MS);
  }

  /** One run at a time: what is saved meanwhile waits for its end. */
  #begin(): void {
    if (this.#busy || this.#closed || this.#saved.size === 0) return;
    const saved = [...this.#saved].sort();
    this.#saved.clear();
    this.#busy = this.#answer(saved).finally(() => {
      this.#busy = undefined;
      this.#begin();
    });
  }

  async #answer(saved: readonly string[]): Promise<void> {
    const code = saved.filter((file) => !file.startsWith('features/'));
    const features = saved.filter((file) => file.endsWith('.feature'));
    if (code.length > 0) this.#runner.renew();
    const graph = code.length > 0 ? new ImportGraph(this.#root, CODE) : null;
    const requests = [
      ...features.map((file) => this.#afterFeature(file)),
      ...code.map((file) => (graph ? this.#afterCode(file, graph) : NOTHING)),
    ];
    const request = requests.reduce(together, NOTHING);
    if (!isNothing(request) && !this.#closed) await this.#runner.run(request);
  }

  #afterFeature(file: string): RunRequest {
    if (!existsSync(path.join(this.#root, file))) {
      this.#features.delete(file);
      this.#print(`${file} saiu.`);
      return NOTHING;
    }
    const source = this.#read(file);
    const mistakes = showMistakes(source, this.#othersThan(file));
    if (mistakes !== null) {
      this.#print(mistakes);
      return NOTHING;
    }
    const lines = this.#seen.touchedLines(source);
    this.#seen.remember(source);
    this.#print(
      lines.length === 0
        ? `${file}: nenhum cenário mudou.`
        : `${file}: ${count(lines.length, 'cenário mudou', 'cenários mudaram')}.`,
    );
    return { ...NOTHING, places: lines.map((line) => `${file}:${line}`) };
  }

  #afterCode(file: string, graph: ImportGraph): RunRequest {
    const reach = reachOf(file, graph);
    switch (reach.kind) {
      case 'everything':
        this.#print(`${file}: tudo depende deste arquivo; rodo os cenários @jornada (para rodar todos: npx cucumber-js).`);
        return { ...NOTHING, journeys: true };
      case 'steps':
        this.#print(
          reach.files.includes(file) ? `${file} mudou.` : `${file}: passos de ${reach.files.join(', ')} dependem deste arquivo.`,
        );
        return { ...NOTHING, stepFiles: reach.files };
      case 'nothing':
        this.#print(`${file}: nenhum cenário depende deste arquivo.`);
        return NOTHING;
    }
  }

  #read(file: string): FeatureSource {
    const source = readFeature(file, readFileSync(path.join(this.#root, file), 'utf8'));
    this.#features.set(file, source);
    return source;
  }

  #othersThan(file: string): FeatureSource[] {
    return [...this.#features.values()].filter(({ path: other }) => other !== file);
  }
}

/**
 * What a feature has to have corrected before it runs, ready to be shown; null when there is nothing.
 * @param source the feature that was saved
 * @param others the other features: two must not bear one name
 */
function showMistakes(source: FeatureSource, others: readonly FeatureSource[]): string | null {
  const findings = checkText([...others, source]).filter(({ file }) => file === source.path);
  if (findings.length === 0) return null;
  return findings.map((finding) => showFinding(finding, source.lines[finding.line - 1] ?? '')).join('\n\n');
}

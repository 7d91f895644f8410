import { createHash } from 'node:crypto';
import { journeyFileOf } from '../../shared/journey-files';
import type { RunInfo } from '../../shared/messages/run-info';
import type { Scenario } from '../model/run';
import { webAddress } from '../text/commit';
import { slug } from '../text/slug';

const LONGEST_SLUG = 60;
const TAKEN: ReadonlySet<string> = new Set(['index', 'cenarios', 'passos', 'promessas']);

/** The page with the verdict of every documented command, in the folder `documentacao/`. */
export const PROMISES_PAGE = 'promessas.html';

/**
 * The file of the page that has a feature file, named like its journey: `02_instance_lifecycle.html`. Depends on the path only.
 */
export function pageName(uri: string): string {
  return `${journeyAnchor(uri)}.html`;
}

/** The id of a journey, by any of its files, where all of them stand on one page. Ends with a piece of hash where the plain name could be another's. */
export function journeyAnchor(file: string): string {
  const uri = journeyFileOf(file);
  const name = uri.replace(/^features\//, '').replace(/\.feature$/, '');
  if (/^[A-Za-z0-9_][\w.-]*$/.test(name) && !TAKEN.has(name)) return name;
  const distinct = createHash('sha256').update(uri).digest('hex').slice(0, 8);
  return `${slug(name).slice(0, LONGEST_SLUG)}-${distinct}`;
}

/** The id of a scenario on its page: readable, and the same from run to run while its text stays. */
export function scenarioAnchor(scenario: Pick<Scenario, 'name' | 'key'>): string {
  const known = anchors.get(scenario);
  if (known !== undefined) return known;
  const anchor = `${slug(scenario.name).slice(0, LONGEST_SLUG)}-${scenario.key}`;
  anchors.set(scenario, anchor);
  return anchor;
}

/** Each is asked for by several pages. */
const anchors = new WeakMap<object, string>();

/** The id of a documented command among all of them. @param step such as `2.3` */
export function promiseAnchor(step: string): string {
  return `passo-${step.replace('.', '-')}`;
}

/** Where the evidence of a scenario is, from the folder `documentacao/`. */
export function scenarioHref(scenario: Pick<Scenario, 'uri' | 'name' | 'key'>): string {
  return `${pageName(scenario.uri)}#${scenarioAnchor(scenario)}`;
}

/** The address that edits a line of a file; null without a template, or when the run does not know what the template asks for. */
export function editHref(template: string | null, runInfo: RunInfo | null, path: string, line: number): string | null {
  if (template === null || !/^(https?|vscode|idea|zed|cursor):/i.test(template)) return null;
  const values: Readonly<Record<string, string | null>> = {
    path: encodedPath(path),
    line: String(line),
    branch: runInfo?.branch ? encodedPath(runInfo.branch) : null,
    commit: runInfo?.commit ?? null,
  };
  let whole = true;
  const href = template.replace(/\{(path|line|branch|commit)\}/g, (_, name: string) => {
    whole &&= values[name] !== null;
    return values[name] ?? '';
  });
  return whole ? href : null;
}

/** The line of a file as it was in the commit of the run, on the repository's own pages; null when those are not known. */
export function sourceHref(runInfo: RunInfo | null, path: string, line: number): string | null {
  const base = webAddress(runInfo?.repository ?? null);
  return base && runInfo?.commit ? `${base}/blob/${runInfo.commit}/${encodedPath(path)}#L${line}` : null;
}

function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

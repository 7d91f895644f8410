import { inOrder } from '../finding';
import { examineAll } from '../lint/check-text';
import { annotations, showAll } from '../lint/report';
import { namesAmongFeatures } from '../lint/structure/names';
import { readFeature } from '../source/feature-source';
import type { KnownGood } from './known-good';

const STOPPED = 'Nada rodou: corrija primeiro o que está acima (npm run lint:features -- --fix corrige o que é seguro).';

/**
 * Checks the texts of a run; those in which there is nothing to correct are remembered, so that the next run need not read them again.
 * @returns lines to print when there is something to correct, annotations for GitHub included; else null
 */
export function examineBeforeRun(
  texts: readonly { readonly path: string; readonly text: string }[],
  known: KnownGood,
): string | null {
  const suspects = texts.filter(({ path, text }) => known.namesOf(path, text) === undefined);
  const names = texts.flatMap(({ path, text }) => known.namesOf(path, text) ?? []);
  const found = examine(suspects);
  for (const { draft } of found.filter((each) => each.draft.findings.length === 0)) {
    const { path, text } = draft.written;
    const own = namesAmongFeatures(draft.written);
    known.add(path, text, own);
    names.push(...own);
  }
  known.save();
  const all = new Set(names).size === names.length ? found : examine(texts); // a name that occurs twice shows only side by side
  const sources = all.map(({ draft }) => draft.written);
  const findings = inOrder(all.flatMap(({ draft }) => draft.findings));
  if (findings.length === 0) return null;
  return `${annotations(findings)}${showAll(findings, sources)}\n\n${STOPPED}`;
}

function examine(texts: readonly { readonly path: string; readonly text: string }[]): ReturnType<typeof examineAll> {
  return examineAll(texts.map(({ path, text }) => readFeature(path, text)));
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Misuse } from '../../shared/command-line';
import { whyOf } from '../../shared/files';
import { type FeatureSource, readFeature } from '../source/feature-source';

/** Folder of the journeys, relative to the project. */
export const FEATURES = 'features';

/**
 * The features that were asked for.
 * @param asked files or folders, relative to `folder` or absolute; none: all journeys. A line number after the name is ignored
 * @param folder the project
 * @returns paths relative to the project, sorted, each once
 * @throws Misuse
 */
export function featurePaths(asked: readonly string[], folder: string): string[] {
  const found = (asked.length === 0 ? [FEATURES] : asked).flatMap((each) => {
    const name = each.replace(/(?<=\.feature)(?::\d+)+$/, '');
    const target = path.resolve(folder, name);
    const kind = kindOf(target);
    if (kind === 'folder') return inFolder(target, each);
    if (kind === null) throw new Misuse(`Não achei o arquivo "${name}".`);
    if (!name.endsWith('.feature')) throw new Misuse(`"${name}" não é uma jornada: o nome dela termina em .feature.`);
    return [target];
  });
  return [...new Set(found.map((each) => nameOf(each, folder)))].sort();
}

/** As it is shown and told to editors: relative to the project when it is inside of it, with `/`. */
export function nameOf(target: string, folder: string): string {
  const relative = path.relative(folder, target);
  return (relative.startsWith('..') || path.isAbsolute(relative) ? target : relative).replaceAll('\\', '/');
}

/** @throws Misuse when a file cannot be read */
export function readFeatureFile(name: string, folder: string): FeatureSource {
  try {
    return readFeature(name, readFileSync(path.resolve(folder, name), 'utf8'));
  } catch (error) {
    throw new Misuse(`Não consigo ler "${name}" (${whyOf(error)}).`);
  }
}

/**
 * What else is to be shown: the files of findings that are no features, such as step definitions.
 * @param names files of findings
 * @param known those whose lines are known already
 * @returns the lines of the others; a file that cannot be read is left out
 */
export function otherFiles(
  names: readonly string[],
  known: readonly Pick<FeatureSource, 'path'>[],
  folder: string,
): { readonly path: string; readonly lines: readonly string[] }[] {
  const shown = new Set(known.map((source) => source.path));
  return [...new Set(names)]
    .filter((name) => !shown.has(name))
    .flatMap((name) => {
      try {
        return [{ path: name, lines: readFileSync(path.resolve(folder, name), 'utf8').split(/\r?\n/) }];
      } catch {
        return [];
      }
    });
}

function kindOf(target: string): 'file' | 'folder' | null {
  const stat = statSync(target, { throwIfNoEntry: false });
  if (!stat) return null;
  return stat.isDirectory() ? 'folder' : 'file';
}

function inFolder(folder: string, asked: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.feature'));
  if (names.length === 0) throw new Misuse(`Não há nenhum arquivo .feature em "${asked}".`);
  return names.map((name) => path.join(folder, name));
}

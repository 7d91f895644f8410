import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import { readingOf } from './arguments';
import { Vocabulary } from './vocabulary';

const loaded = new Map<string, Promise<Vocabulary>>();

/**
 * The steps of a project, loaded as a run loads them, once per process: Node keeps what it loaded, and a second time nothing would define
 * itself. Who follows changes has another process load them.
 * @param folder the project's, with its cucumber.js
 * @throws whatever the project's own support code throws when it is loaded
 */
export function loadVocabulary(folder: string): Promise<Vocabulary> {
  const known = loaded.get(folder);
  if (known) return known;
  const vocabulary = load(folder);
  loaded.set(folder, vocabulary);
  return vocabulary;
}

async function load(folder: string): Promise<Vocabulary> {
  const { loadConfiguration, loadSupport } = require('@cucumber/cucumber/api') as typeof import('@cucumber/cucumber/api');
  const environment = { cwd: folder };
  const { runConfiguration } = await loadConfiguration({}, environment);
  return vocabularyOfLibrary(await loadSupport(runConfiguration, environment), folder);
}

/** The steps of a support code library: matching is the library's own. @param folder what it was loaded from */
export function vocabularyOfLibrary(library: ISupportCodeLibrary, folder: string): Vocabulary {
  const { stepDefinitions, parameterTypeRegistry } = library as LoadedLibrary;
  const definitions = stepDefinitions.map(({ pattern, uri, line, expression }) => ({
    expression: String(pattern),
    file: uri,
    line,
    ...readingOf(expression),
  }));
  return new Vocabulary(definitions, parameterTypeRegistry.parameterTypes, folder);
}

/** What the runner's library has, as far as it is needed here: its public type says nothing about it. */
type LoadedLibrary = ISupportCodeLibrary & {
  readonly stepDefinitions: readonly {
    readonly pattern: string | RegExp;
    readonly uri: string;
    readonly line: number;
    readonly expression: import('@cucumber/cucumber-expressions').Expression;
  }[];
  readonly parameterTypeRegistry: import('@cucumber/cucumber-expressions').ParameterTypeRegistry;
};

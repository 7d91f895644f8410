import {
  CucumberExpression,
  type Expression,
  ParameterType,
  ParameterTypeRegistry,
  RegularExpression,
} from '@cucumber/cucumber-expressions';
import type * as messages from '@cucumber/messages';
import { type Reading, readingOf } from './arguments';
import { type LoadedDefinition, Vocabulary } from './vocabulary';

/** What the messages of a run say of its steps. */
export interface StepMessages {
  readonly definitions: readonly messages.StepDefinition[];
  readonly parameterTypes: readonly messages.ParameterType[];
}

/**
 * The steps of a run, from its messages: the same expressions over the same parameter types. A definition with a parameter type that nobody
 * defined recognises nothing, as in the run.
 * @param folder what the run's paths are relative to; null: only the messages are believed, sources are not read
 */
export function vocabularyOfMessages({ definitions, parameterTypes }: StepMessages, folder: string | null = null): Vocabulary {
  const registry = new ParameterTypeRegistry();
  for (const { name, regularExpressions, useForSnippets, preferForRegularExpressionMatch } of parameterTypes) {
    registry.defineParameterType(
      new ParameterType(
        name,
        regularExpressions,
        null,
        (...groups: string[]) => groups[0],
        useForSnippets,
        preferForRegularExpressionMatch,
      ),
    );
  }
  return new Vocabulary(
    definitions.map((each) => loadedFrom(each, registry)),
    registry.parameterTypes,
    folder,
  );
}

function loadedFrom({ pattern, sourceReference }: messages.StepDefinition, registry: ParameterTypeRegistry): LoadedDefinition {
  const isRegExp = pattern.type === 'REGULAR_EXPRESSION';
  const expression = isRegExp ? regularExpression(pattern.source, registry) : cucumberExpression(pattern.source, registry);
  return {
    expression: isRegExp && !pattern.source.startsWith('/') ? `/${pattern.source}/` : pattern.source,
    file: sourceReference.uri ?? '',
    line: sourceReference.location?.line ?? 0,
    ...(expression === null ? MUTE : readingOf(expression)),
  };
}

const MUTE: Reading = { recognises: () => false, read: () => [] };

function cucumberExpression(source: string, registry: ParameterTypeRegistry): Expression | null {
  try {
    return new CucumberExpression(source, registry);
  } catch {
    return null; // the runner has told already which parameter type is missing
  }
}

function regularExpression(source: string, registry: ParameterTypeRegistry): Expression {
  const [, body = source, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(source) ?? [];
  return new RegularExpression(new RegExp(body, flags), registry);
}

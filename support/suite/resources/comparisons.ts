import { CucumberExpression, ParameterType, ParameterTypeRegistry } from '@cucumber/cucumber-expressions';
import { type AccountView, readView, VIEW_PATTERN } from './account-views';
import { RESOURCE_PATTERNS } from './reading';

const expressions: string[] = [];

/**
 * Declares that a step definition compares a part of the account, its first parameter, with what it was before the last command: that
 * part must be looked at before the command too.
 * @returns the expression, for the definition itself
 */
export function comparing(expression: string): string {
  expressions.push(expression);
  return expression;
}

/** The parts of the account that the steps of a scenario compare, each once. */
export function comparedViews(steps: readonly string[]): AccountView[] {
  const types = parameterTypes();
  const compiled = expressions.map((expression) => new CucumberExpression(expression, types));
  const views = steps.flatMap((text) => compiled.flatMap((each) => each.match(text)?.[0]?.getValue<AccountView>(null) ?? []));
  return [...new Set(views)];
}

function parameterTypes(): ParameterTypeRegistry {
  const registry = new ParameterTypeRegistry();
  registry.defineParameterType(new ParameterType('acervo', new RegExp(VIEW_PATTERN), null, readView, false, false));
  const resource = RESOURCE_PATTERNS.map((pattern) => new RegExp(pattern));
  registry.defineParameterType(new ParameterType('recurso', resource, null, (text: string) => text, false, false));
  return registry;
}

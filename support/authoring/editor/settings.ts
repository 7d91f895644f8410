import { type ParameterType, ParameterTypeRegistry } from '@cucumber/cucumber-expressions';

/** A parameter type as the extension of Cucumber for VS Code wants it told: `cucumber.parameterTypes`. */
export interface EditorParameterType {
  readonly name: string;
  /** Source of one regular expression. */
  readonly regexp: string;
}

/**
 * The suite's own parameter types for the editor, which reads the sources of steps but cannot run them: of a type whose pattern is
 * computed it would learn nothing, and underline each step that bears it.
 * @param types those of a loaded suite, the built-in ones among them
 * @returns in the order of definition
 */
export function editorParameterTypes(types: Iterable<ParameterType<unknown>>): EditorParameterType[] {
  const builtIn = new Set([...new ParameterTypeRegistry().parameterTypes].map(({ name }) => name));
  return [...types].flatMap(({ name, regexpStrings }) =>
    name === undefined || builtIn.has(name) ? [] : [{ name, regexp: oneOf(regexpStrings) }],
  );
}

/** @returns the same settings, byte for byte, but for the parameter types. @throws Error when they have no place for those */
export function withParameterTypes(settings: string, types: readonly EditorParameterType[]): string {
  const place = /("cucumber\.parameterTypes": )\[[\s\S]*?\n? *\](?=,?\n)/;
  if (!place.test(settings)) throw new Error('the settings have no "cucumber.parameterTypes"');
  const indented = JSON.stringify(types, null, 2).replaceAll('\n', '\n  ');
  return settings.replace(place, (_, key: string) => key + indented);
}

/** Alternatives are tried in order, each as a whole, as Cucumber expressions do with several patterns of one type. */
function oneOf(patterns: readonly string[]): string {
  return patterns.length === 1 ? (patterns[0] ?? '') : patterns.map((pattern) => `(?:${pattern})`).join('|');
}

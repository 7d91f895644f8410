import { CucumberExpression, type Node, NodeType, ParameterType, ParameterTypeRegistry } from '@cucumber/cucumber-expressions';

/** A part of an expression, in the order of the text. */
export type ExpressionPart =
  | { readonly kind: 'text'; readonly text: string }
  /** May be left out. */
  | { readonly kind: 'optional'; readonly text: string }
  | { readonly kind: 'alternatives'; readonly texts: readonly string[] }
  | { readonly kind: 'parameter'; readonly name: string };

/** The parts of a Cucumber expression, by Cucumber's own parser; a regular expression is one part of text. */
export function partsOf(expression: string): readonly ExpressionPart[] {
  if (expression.startsWith('/')) return [{ kind: 'text', text: expression }];
  const nodes = new CucumberExpression(expression, registryFor(expression)).ast.nodes ?? [];
  return merged(nodes.map(partOf));
}

function partOf(node: Node): ExpressionPart {
  switch (node.type) {
    case NodeType.optional:
      return { kind: 'optional', text: textOf(node) };
    case NodeType.alternation:
      return { kind: 'alternatives', texts: (node.nodes ?? []).map(textOf) };
    case NodeType.parameter:
      return { kind: 'parameter', name: textOf(node) };
    default:
      return { kind: 'text', text: textOf(node) };
  }
}

function textOf(node: Node): string {
  return node.nodes ? node.nodes.map(textOf).join('') : node.text();
}

/** The parser gives words and spaces apart. */
function merged(parts: readonly ExpressionPart[]): readonly ExpressionPart[] {
  const whole: ExpressionPart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') whole[whole.length - 1] = { kind: 'text', text: last.text + part.text };
    else whole.push(part);
  }
  return whole;
}

/** Only the parts are asked for, so that any parameter type will do. */
function registryFor(expression: string): ParameterTypeRegistry {
  const registry = new ParameterTypeRegistry();
  for (const [, name = ''] of expression.matchAll(/\{([^{}]*)\}/g)) {
    if (registry.lookupByTypeName(name) === undefined) registry.defineParameterType(new ParameterType(name, 'x', null));
  }
  return registry;
}

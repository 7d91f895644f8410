/** What the expressions of a workflow may look at, by the name of the context. */
export interface Contexts {
  readonly [name: string]: Value;
}

type Value = string | boolean | undefined | { readonly [name: string]: Value };

/** How the steps (or the jobs needed) before went. */
export interface Situation {
  readonly failed: boolean;
}

const TOKEN = /\s*('(?:[^']|'')*'|\|\||&&|==|!=|[!()]|[\w-]+(?:\.[\w-]+)*)/y;

/** A text of a workflow with each `${{ … }}` in it filled in, as GitHub does it. @throws for what this small reader does not know */
export function filledIn(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => {
    const value = evaluate(expression, contexts, { failed: false });
    return typeof value === 'object' || value === undefined ? '' : String(value);
  });
}

/** Whether a step or job with this `if` runs; without a word about the status it runs only when all went well. */
export function isMet(condition: string | undefined, contexts: Contexts, situation: Situation): boolean {
  const expression = (condition ?? 'success()').replace(/^\$\{\{(.*)\}\}$/s, '$1');
  if (situation.failed && !/\b(?:always|cancelled|failure|success)\(\)/.test(expression)) return false;
  return Boolean(evaluate(expression, contexts, situation));
}

function evaluate(expression: string, contexts: Contexts, situation: Situation): Value {
  const tokens = tokensOf(expression);
  const functions: Readonly<Record<string, boolean>> = {
    always: true,
    cancelled: false,
    failure: situation.failed,
    success: !situation.failed,
  };
  const take = (): string => tokens.shift() ?? '';
  const operand = (): Value => {
    const token = take();
    if (token === '!') return !operand();
    if (token === '(') return closing(either());
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (token === 'true' || token === 'false') return token === 'true';
    if (tokens[0] === '(' && token in functions) {
      tokens.splice(0, 2);
      return functions[token];
    }
    return lookUp(token, contexts);
  };
  const closing = (value: Value): Value => {
    if (take() !== ')') throw new Error(`no ")" in ${expression}`);
    return value;
  };
  const comparison = (): Value => {
    const left = operand();
    if (tokens[0] === '==') return take() !== '' && left === operand();
    if (tokens[0] === '!=') return take() !== '' && left !== operand();
    return left;
  };
  const both = (): Value => {
    let value = comparison();
    while (tokens[0] === '&&' && take()) {
      const right = comparison();
      value = value && right;
    }
    return value;
  };
  const either = (): Value => {
    let value = both();
    while (tokens[0] === '||' && take()) {
      const right = both();
      value = value || right;
    }
    return value;
  };
  const value = either();
  if (tokens.length > 0) throw new Error(`"${tokens.join(' ')}" is left of ${expression}`);
  return value;
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  const reader = new RegExp(TOKEN);
  const text = expression.trim();
  while (reader.lastIndex < text.length) {
    const at = reader.lastIndex;
    const [, token] = reader.exec(text) ?? [];
    if (token === undefined) throw new Error(`"${text.slice(at)}" is no expression`);
    tokens.push(token);
  }
  return tokens;
}

function lookUp(path: string, contexts: Contexts): Value {
  const [context = '', ...names] = path.split('.');
  if (!(context in contexts)) throw new Error(`there is no context "${context}" (${path})`);
  return names.reduce<Value>((value, name) => (typeof value === 'object' ? value[name] : undefined), contexts[context]);
}

import type { StepMatch } from '../../../shared/vocabulary/definition';

/**
 * What a step does that the check of other steps depends on. Its expression says it: what ends in `como {memória}` notes something down, what
 * has a `{comando}` runs one. What an expression cannot say stands in the tables here, and nowhere else.
 */

/** What stands between < and > in the parameters that bear a name. */
const NAME = /<([^<>\s]+)>/;

/** Definitions that bring something into being; what they note is the first parameter, what they are made of they read. */
const HAVING: readonly string[] = [
  '(que )(já )tenho {recurso} {situação}',
  '(que )(já )tenho {recurso} {situação}, na oferta {memória}',
  '(que )(já )tenho o snapshot {memória} da instância {memória}',
];

/** Definitions that note down something that their expression does not end with: the parameters whose names they store. */
const STORING_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  '(que )existe {recurso} de outro usuário': ['recurso'],
  '(que )existe outro usuário, com o e-mail {memória} e a senha {memória}': ['memória'],
};

/** Definitions that note something down under names of their own. */
const STORED_NAMES: Readonly<Record<string, readonly string[]>> = {
  '(que )existe um usuário registrado': ['email', 'password'],
};

/** Definitions that say that the command is refused before it is sent. */
const REFUSED_BY_CLI: readonly string[] = ['o comando termina com o código {int}', 'nenhum pedido chega à API'];

const RESPONDS = 'a API responde {int}';
const REFUSES_PARAMETER = 'a API recusa o parâmetro {string}';
const MUST_BE_REFUSED = '(que )já tentei {comando}';

/** Every expression that is told apart here, for the test that each is a step of the suite. */
export const TOLD_APART: readonly string[] = [
  ...HAVING,
  ...Object.keys(STORING_PARAMETERS),
  ...Object.keys(STORED_NAMES),
  ...REFUSED_BY_CLI,
  RESPONDS,
  REFUSES_PARAMETER,
  MUST_BE_REFUSED,
];

/** The names under which a step notes something down. */
export function storedBy(match: StepMatch): readonly string[] {
  const { expression } = match.definition;
  const fixed = STORED_NAMES[expression];
  if (fixed) return fixed;
  if (expression.endsWith('como {memória}')) return namesIn(match.arguments.slice(-1).map(({ text }) => text));
  if (HAVING.includes(expression)) return namesIn(match.arguments.slice(0, 1).map(({ text }) => text));
  const parameters = STORING_PARAMETERS[expression];
  if (!parameters) return [];
  const texts = match.arguments.flatMap(({ parameter, text }) => (parameters.includes(parameter) ? [text] : []));
  return namesIn(texts);
}

/** The command that a step runs, without its backticks; undefined when it runs none. */
export function commandOf(match: StepMatch): string | undefined {
  if (!match.definition.expression.includes('{comando}')) return undefined;
  return match.arguments.find(({ parameter }) => parameter === 'comando')?.text.slice(1, -1);
}

/** Who a scenario expects to refuse a command: nobody, the API, or the CLI itself. */
export type Refusal = 'none' | 'api' | 'cli';

/**
 * Who should refuse a command.
 * @param own what the step that runs it matched
 * @param after what the steps after it matched, up to the next command
 */
export function expectedRefusal(own: StepMatch, after: readonly StepMatch[]): Refusal {
  if (after.some(isRefusedByCli)) return 'cli';
  const isRefused = own.definition.expression === MUST_BE_REFUSED || after.some(isErrorStatus);
  return isRefused ? 'api' : 'none';
}

/** True for a step that makes what it speaks of; the account's own switch is only turned. */
export function bringsIntoBeing({ definition, arguments: given }: StepMatch): boolean {
  return HAVING.includes(definition.expression) && !given.some(({ text }) => text === 'o auto-standby');
}

function isRefusedByCli(match: StepMatch): boolean {
  return REFUSED_BY_CLI.includes(match.definition.expression) && match.arguments[0]?.text !== '0';
}

function isErrorStatus({ definition, arguments: given }: StepMatch): boolean {
  if (definition.expression === REFUSES_PARAMETER) return true;
  return definition.expression === RESPONDS && Number(given[0]?.text) >= 400;
}

function namesIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => NAME.exec(text)?.[1] ?? []);
}

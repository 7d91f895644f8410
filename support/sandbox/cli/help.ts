import { type Arg, type Command, type Field, keysOf } from '../../contract/commands/command';

const shown = (arg: Arg): string => ('literal' in arg ? arg.literal : `<${arg.shown}>`);
const kind = ({ type, many }: Field): string => (many ? `${type},...` : type);

const words = ({ resource, action, args }: Command): string => [resource, action, ...args.map(shown)].join(' ');

const pair = (field: Field): string => `${field.name}=<${kind(field)}>`;
const shortest = (command: Command): string =>
  [
    words(command),
    ...keysOf(command)
      .filter(({ required }) => required)
      .map(pair),
  ].join(' ');

/** One line that can be typed: `dumont instance create offer_id=<integer> [label=<string>]`. */
export function usage(command: Command): string {
  const optional = keysOf(command).filter(({ required }) => !required);
  return ['dumont', shortest(command), ...optional.map((field) => `[${pair(field)}]`)].join(' ');
}

const columns = (rows: [string, string][]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd()).join('\n');
};

/** Help for the whole CLI: every resource with its actions, and what the environment decides. */
export function overview(commands: readonly Command[], version: string, defaultUrl: string): string {
  const resources = [...new Set(commands.map(({ resource }) => resource))];
  const rows = (resource: string): string =>
    columns(commands.filter((command) => command.resource === resource).map((command) => [shortest(command), command.summary]));
  return [
    `dumont ${version}`,
    'Usage: dumont <resource> <action> [positional...] [key=value...]',
    ...resources.map((resource) => `${resource}\n${rows(resource)}`),
    `More\n${columns([
      ['dumont <resource> --help', 'the keys that each action takes'],
      ['--', 'what follows is positional, even with a "=" in it'],
      ['DUMONT_API_URL', `where the API is (environment; default ${defaultUrl})`],
      ['~/.dumont_token', 'the session, written at login and removed at logout'],
    ])}`,
  ].join('\n\n');
}

/** Help for some commands of one resource: how each is typed, what it is for, which keys it takes. */
export function details(commands: readonly Command[]): string {
  return commands
    .map((command) => {
      const keys = keysOf(command).map((field): [string, string] => [pair(field), field.required ? 'required' : '']);
      return [`dumont ${words(command)}`, `  ${command.summary}`, ...(keys.length ? [columns(keys)] : [])].join('\n');
    })
    .join('\n\n');
}

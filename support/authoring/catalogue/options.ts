/** What `npm run steps` was asked for. */
export interface CatalogueOptions {
  /** Words to look for; empty: everything. */
  readonly asked: string;
  readonly json: boolean;
  /** Write the committed page again. */
  readonly write: boolean;
  readonly help: boolean;
}

/** A command line that cannot be obeyed: one Portuguese sentence. */
export class UnknownCatalogueOption extends Error {}

export const USAGE = `Mostra os passos com que se escrevem os cenários.

  npm run steps               todos, por tema
  npm run steps -- pausar     os que falam disso, com ou sem acento, em qualquer forma da palavra

  --json    para programas
  --write   grava de novo step-definitions/CATALOGO.md
  --help    esta ajuda`;

const KNOWN = ['--json', '--write', '--help', '-h'];

/** @throws UnknownCatalogueOption */
export function readOptions(args: readonly string[]): CatalogueOptions {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const unknown = flags.find((flag) => !KNOWN.includes(flag));
  if (unknown !== undefined) throw new UnknownCatalogueOption(`Não conheço a opção ${unknown}; veja npm run steps -- --help.`);
  const asked = args.filter((arg) => !arg.startsWith('-')).join(' ');
  const write = flags.includes('--write');
  if (write && (asked !== '' || flags.includes('--json'))) {
    throw new UnknownCatalogueOption('--write grava o catálogo inteiro: use-o sozinho.');
  }
  return { asked, json: flags.includes('--json'), write, help: flags.includes('--help') || flags.includes('-h') };
}

/** What the command line asks for. */
export interface CheckOptions {
  /** Files and folders; none: all journeys. */
  readonly asked: readonly string[];
  readonly fix: boolean;
  readonly help: boolean;
}

/** An option that does not exist: one Portuguese sentence. */
export class UnknownOption extends Error {}

/** Shown for --help, and after a misuse. */
export const USAGE = `Uso: npm run lint:features [-- ARQUIVO...] [-- --fix]

Confere as jornadas (features/, ou só os arquivos e pastas que você disser) antes que um engano tire cenários da execução.

  --fix    corrige sozinho o que é seguro: acentos separados, aspas e espaços de editor de texto, a linha da língua, maiúsculas e
           espaços das palavras do Gherkin, alinhamento das tabelas
  --help   mostra esta ajuda

Termina com 0 quando não há nada a corrigir, com 1 quando há, com 2 quando o pedido não se entende.`;

/** @throws UnknownOption */
export function readOptions(args: readonly string[]): CheckOptions {
  const options = args.filter((arg) => arg.startsWith('-') && arg !== '--');
  const unknown = options.find((option) => !['--fix', '--help', '-h'].includes(option));
  if (unknown !== undefined) throw new UnknownOption(`Não conheço a opção "${unknown}".`);
  return {
    asked: args.filter((arg) => !arg.startsWith('-')),
    fix: options.includes('--fix'),
    help: options.includes('--help') || options.includes('-h'),
  };
}

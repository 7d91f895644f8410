type Translation = readonly [pattern: RegExp, inPortuguese: (...groups: string[]) => string];

/** The sentences that cucumber-js itself, not the suite, puts in front of a person. */
const RUNNER: readonly Translation[] = [
  [
    /^function timed out, ensure the (?:callback is executed|promise resolves) within (\d+) milliseconds$/,
    (limit) => `o passo passou do tempo limite de ${limit} ms`,
  ],
  [
    /^function has (\d+) arguments, should have (\d+)/,
    (has, wanted) => `a função da definição recebe ${has} argumentos e deveria receber ${wanted}`,
  ],
];

const GHERKIN: readonly Translation[] = [
  [/^inconsistent cell count within the table$/, () => 'as linhas da tabela não têm o mesmo número de células'],
  [/^unexpected end of file, expected: (.+)$/, (tokens) => `o arquivo acaba antes da hora; cabia aqui ${expected(tokens)}`],
  [/^expected: (.+), got '(.*)'$/s, (tokens, got) => `"${got}" não cabe aqui; cabia ${expected(tokens)}`],
  [/^A tag may not contain whitespace$/, () => 'uma tag não pode ter espaços'],
  [/^Language not supported: (.+)$/, (language) => `a língua "${language}" não existe no Gherkin; escreva # language: pt`],
];

const TOKENS: Readonly<Record<string, string>> = {
  EOF: 'o fim do arquivo',
  Empty: 'uma linha vazia',
  Comment: 'um comentário',
  Language: 'a língua',
  TagLine: 'uma tag',
  FeatureLine: 'Funcionalidade:',
  BackgroundLine: 'Contexto:',
  ScenarioLine: 'Cenário:',
  ExamplesLine: 'Exemplos:',
  RuleLine: 'Regra:',
  StepLine: 'um passo',
  TableRow: 'uma linha de tabela',
  DocStringSeparator: 'um texto entre """',
  Other: 'texto',
};

/** An error message as the suite shows it: cucumber's own sentences in Portuguese, any other as it is. */
export function errorSentence(message: string): string {
  return translate(message, RUNNER) ?? message;
}

/** A Gherkin parse error, `(line:column): sentence`, in Portuguese where the sentence is known, with its line. */
export function parseSentence(message: string): { line: number | null; text: string } {
  const [, line, sentence] = /^\((\d+):\d+\): ([\s\S]*)$/.exec(message) ?? [];
  return { line: line === undefined ? null : Number(line), text: translate(sentence ?? message, GHERKIN) ?? sentence ?? message };
}

function translate(text: string, translations: readonly Translation[]): string | null {
  for (const [pattern, inPortuguese] of translations) {
    const match = pattern.exec(text);
    if (match) return inPortuguese(...match.slice(1));
  }
  return null;
}

function expected(tokens: string): string {
  const names = tokens.split(', ').map((token) => TOKENS[token.replace('#', '')] ?? token);
  return new Intl.ListFormat('pt-BR', { type: 'disjunction' }).format(names);
}

import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import ts from 'typescript';
import SnippetSyntax from '../../authoring/suggestions/snippet-syntax';
import { loadVocabulary } from './from-library';
import { DESCRIBED_PARAMETERS, parameterFacts } from './parameters';
import { snippetFor, snippetOf } from './snippet';
import type { Vocabulary } from './vocabulary';

const ROOT = path.resolve(__dirname, '..', '..', '..');

describe('a snippet', () => {
  let vocabulary: Vocabulary;
  before(async () => {
    vocabulary = await loadVocabulary(ROOT);
  });

  test('knows the parameters of the suite, and says what it was asked for', () => {
    const snippet = snippetFor(
      'que a instância <x> foi hibernada por 3 horas',
      { purpose: 'Given', keyword: 'E', attached: null },
      vocabulary,
    );
    assert.equal(
      snippet,
      `import { Given } from '@cucumber/cucumber';
import type { Resource } from '../support/suite/resources/resource';
import type { DumontWorld } from '../support/world';

// O que o passo faz, numa frase: E que a instância <x> foi hibernada por 3 horas
Given('(que ){recurso} foi hibernada por {int} horas', async function (this: DumontWorld, resource: Resource, amount: number) {
  void [resource, amount]; // tire esta linha quando o passo usar o que traz
  return 'pending';
});`,
    );
  });

  test('takes what stands below the step, and a command as one parameter', () => {
    const table = snippetFor('a fatura tem:', { purpose: 'Then', keyword: 'E', attached: 'table' }, vocabulary);
    assert.match(table, /^import \{ type DataTable, Then \} from '@cucumber\/cucumber';$/m);
    assert.match(table, /Then\('a fatura tem:', async function \(this: DumontWorld, table: DataTable\)/);
    const text = snippetFor('tento `dumont x` com:', { purpose: 'When', keyword: 'Quando', attached: 'text' }, vocabulary);
    assert.match(text, /When\('tento \{comando\} com:', async function \(this: DumontWorld, command: string, content: string\)/);
  });

  test('is what cucumber-js shows too', () => {
    const shown = new SnippetSyntax().build({
      functionName: 'Given',
      generatedExpressions: [{ source: 'que {memória} e {memória} têm {int}' }, { source: 'que {float}' }],
      stepParameterNames: ['docString'],
    });
    assert.match(shown, /frase: Dado que <instance_id> e <instance_id> têm 1$/m);
    assert.match(
      shown,
      /Given\('\(que \)\{memória\} e \{memória\} têm \{int\}', async function \(this: DumontWorld, placeholder: string, placeholder2: string, amount: number, content: string\)/,
    );
  });

  test('compiles as it stands, whatever was written', () => {
    const texts = [
      'que a instância <x> foi hibernada por 3 horas',
      'o campo "a" é maior que 5 e é 7',
      'vejo (talvez) a/b {c} "x\'y" \\ `z`',
      "it's 1.5 de {'nada'}",
    ];
    const snippets = [
      ...texts.map((text) => snippetFor(text, { purpose: 'Then', keyword: 'E', attached: 'table' }, vocabulary)),
      ...DESCRIBED_PARAMETERS.map((name) =>
        snippetOf({
          expression: `um {${name}}`,
          purpose: 'When',
          example: `Quando ${parameterFacts(name).sample}`,
          attached: 'text',
        }),
      ),
    ];
    assert.deepEqual(errorsIn(snippets), []);
  });
});

/** What the compiler says of texts that would each stand as a file of step-definitions/. */
function errorsIn(texts: readonly string[]): string[] {
  const files = new Map(texts.map((text, index) => [path.join(ROOT, 'step-definitions', `novo-${index}.ts`), text]));
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
  const host = ts.createCompilerHost({ ...options, noEmit: true });
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.getSourceFile = (file, version) => {
    const text = files.get(file);
    return text === undefined ? getSourceFile(file, version) : ts.createSourceFile(file, text, version, true);
  };
  const program = ts.createProgram([...files.keys()], { ...options, noEmit: true }, host);
  return [...files.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    const said = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return said.map(
      ({ messageText }) => `${path.basename(file)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}\n${files.get(file)}`,
    );
  });
}

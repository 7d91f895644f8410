import { visible } from '../../shared/visible';
import type { PlannedStep } from '../model/run';
import type { DocumentedStep } from '../model/stanzas';
import { code, fence, oneLine, prose } from './escape';
import { state } from './names';
import { phraseOf, phrasesOf } from './phrases';
import { table } from './table';

/** The commands of a journey as a block for a shell, each with what makes it ready and what is expected of it. */
export function commandsBlock(opening: readonly PlannedStep[], steps: readonly DocumentedStep[]): string {
  const stanzas = steps.map((step, index) =>
    [
      `# ${step.number}. ${oneLine(step.title || step.command)}`,
      ...step.note.split('\n').flatMap((line) => (line === '' ? [] : [`# ${oneLine(line)}`])),
      ...comment('Antes', [...(index === 0 ? opening : []), ...step.preparations].map(phraseOf)),
      visible(step.command).replaceAll('\n', ' '),
      ...comment('Esperado', expected(step)),
    ].join('\n'),
  );
  return fence(stanzas.join('\n\n'), 'bash');
}

/** The table of what each command has to show; with what became of it when the run was one (`results`). */
export function validationsTable(steps: readonly DocumentedStep[], results: boolean): string {
  const columns = ['Passo', 'Comando', 'Status', 'Validação', ...(results ? ['Resultado'] : [])];
  return table(
    columns,
    steps.map((step) => [
      String(step.number),
      code(step.command, 'cell'),
      step.status === null ? '–' : String(step.status),
      prose(phrasesOf(step.validations).map(asSeen).join('; ')) || '–',
      ...(results ? [prose(resultOf(step))] : []),
    ]),
  );
}

function expected({ status, validations }: DocumentedStep): string[] {
  return [...(status === null ? [] : [`a API responde ${status}`]), ...phrasesOf(validations).map(asSeen)];
}

/** What is noted for later has to be there: `anoto o campo "id" como <ID>` reads, among validations, as what is seen. */
function asSeen(phrase: string): string {
  return phrase.replace(
    /^anoto (o|a) (.+) como (<[^<>]+>)$/,
    (_, article, what, name) => `${article} ${what} fica ${article === 'a' ? 'anotada' : 'anotado'} como ${name}`,
  );
}

/** The first phrase beside the label, the others below it. */
function comment(label: string, phrases: readonly string[]): string[] {
  return phrases.map((phrase, index) => `# ${index === 0 ? `${label}:` : ' '.repeat(label.length + 1)} ${oneLine(phrase)}`);
}

function resultOf({ outcome, status, run }: DocumentedStep): string {
  const answered = run?.exchanges.at(-1)?.status ?? null;
  const other = outcome === 'failed' && answered !== null && status !== null && answered !== status;
  return other ? `${state(outcome)}: respondeu ${answered}` : state(outcome);
}

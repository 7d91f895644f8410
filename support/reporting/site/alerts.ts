import { type Fragment, html } from '../../shared/html';
import { errorSentence, parseSentence } from '../../shared/tool-sentences';
import type { Run } from '../model/run';
import { contractStory } from '../text/contract';
import { masked } from './marks';

/** What went wrong outside the scenarios, or is missing from the run: one box each. Nothing when there is nothing. */
export function alerts(run: Run): Fragment {
  return problemsOf(run).map(
    ({ title, lines }) =>
      html`<section class="alert"><h2>${title}</h2>${lines.map((line) => html`<p>${masked(line)}</p>`)}</section>\n`,
  );
}

function problemsOf(run: Run): { title: string; lines: readonly string[] }[] {
  const story = contractStory(run);
  return [
    ...run.parseErrors.map(({ uri, message }) => {
      const { line, text } = parseSentence(message);
      return { title: `Erro de escrita em ${line === null ? uri : `${uri}:${line}`}`, lines: [text] };
    }),
    ...run.hookFailures.map(({ when, location, error, times }) => {
      const what = when === 'BeforeAll' ? 'A preparação da execução falhou' : 'A limpeza da execução falhou';
      const where = times > 1 ? `${location}, em ${times} processos` : location;
      return { title: `${what} (${when}, ${where})`, lines: errorSentence(error.message).split('\n') };
    }),
    ...run.unknownParameterTypes.map(({ expression, name }) => ({
      title: 'Expressão que não vale',
      lines: [`${expression}: o tipo {${name}} não existe`],
    })),
    ...(run.gaps.length > 0 ? [{ title: 'Faltam partes desta execução', lines: run.gaps }] : []),
    ...(story ? [story] : []),
  ];
}

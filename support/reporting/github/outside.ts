import { errorSentence, parseSentence } from '../../shared/tool-sentences';
import type { Run } from '../model/run';

/** What went wrong outside the scenarios, or keeps the numbers from telling everything. */
export interface FailureOutside {
  /** `error` fails the run; `warning` is something to know. */
  level: 'error' | 'warning';
  title: string;
  /** Null when it is about no file of the project. */
  file: string | null;
  line: number | null;
  message: string;
}

/** Features that could not be read, hooks of the run that failed, what is missing from the streams; in this order. */
export function outsideScenarios({ parseErrors, hookFailures, gaps }: Run): FailureOutside[] {
  return [
    ...parseErrors.map(({ uri, message }): FailureOutside => {
      const { line, text } = parseSentence(message);
      return { level: 'error', title: 'Feature ilegível', file: uri, line, message: text };
    }),
    ...hookFailures.map(({ when, location, error }): FailureOutside => {
      const [, file = location, line] = /^(.*):(\d+)$/.exec(location) ?? [];
      const title = when === 'BeforeAll' ? 'A preparação da execução falhou' : 'A limpeza da execução falhou';
      const message = `${title} (${when}): ${errorSentence(error.message)}`;
      return { level: 'error', title, file: file || null, line: line === undefined ? null : Number(line), message };
    }),
    ...gaps.map(
      (message): FailureOutside => ({ level: 'warning', title: 'Execução incompleta', file: null, line: null, message }),
    ),
  ];
}

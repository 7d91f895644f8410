import type { StepAdvice } from './advice';

/** The advice as people read it, several lines; the snippet is not for everybody and left out. */
export function adviceText({ meant, values }: Pick<StepAdvice, 'meant' | 'values'>): string {
  if (meant.length === 0) {
    return 'Procure um passo que sirva com `npm run steps -- palavra`; se não houver, peça a quem programa que o faça.';
  }
  return ['Você quis dizer:', ...meant.map((each) => `  ${each}`), ...values].join('\n');
}

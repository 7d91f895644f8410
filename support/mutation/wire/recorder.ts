import { commandOf } from '../../suite/promises/stanzas';
import { currentCommand } from '../current-command';
import type { StepRecord } from '../record';
import type { Answer, CliRequest, Forward, Interceptor } from './interceptor';

/** Breaks nothing; keeps what each documented command of each scenario got. */
export class Recorder implements Interceptor {
  readonly #steps = new Map<string, Map<number, StepRecord>>();

  async answer(request: CliRequest, forward: Forward): Promise<Answer> {
    const number = currentCommand.runningNumber;
    const { pickle } = currentCommand;
    const noted = currentCommand.noted;
    const answer = await forward();
    if (number > 0 && pickle && request.operation) {
      const steps = this.#steps.get(pickle.id) ?? new Map<number, StepRecord>();
      this.#steps.set(pickle.id, steps);
      steps.set(number, {
        number,
        command: pickle.steps.flatMap((step) => commandOf(step) ?? [])[number - 1] ?? '',
        method: request.method,
        operationId: request.operation.id,
        path: request.path,
        query: request.query,
        status: answer.status,
        body: answer.body,
        noted,
      });
    }
    return answer;
  }

  /** What the commands of one scenario got, in order. */
  stepsOf(pickleId: string): StepRecord[] {
    return [...(this.#steps.get(pickleId)?.values() ?? [])].sort((one, other) => one.number - other.number);
  }
}

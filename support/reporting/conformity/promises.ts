import { split } from 'shlex';
import { parse } from '../../contract/commands/parse';
import { loadContract } from '../../contract/contract';
import { journeyNumber } from '../../shared/journey-files';
import type { PromiseVerdict, Verdict } from '../../shared/messages/note';
import { outcomeOf, skipReason } from '../model/outcome';
import type { Journey, Run, Scenario } from '../model/run';
import { documentedScenario, documentedSteps } from '../model/stanzas';
import { isVerdict } from './verdict-words';

/** One command of the document, with what the run says of it. */
export interface JudgedPromise {
  /** Journey and stanza: `2.3`. */
  readonly step: string;
  readonly journey: Journey;
  readonly scenario: Scenario;
  /** Of the stanza, as the comment above it says; empty when there is none. */
  readonly title: string;
  /** As the feature has it, placeholders and all. */
  readonly command: string;
  /** The operation of the contract that the command is for; null when the contract knows none. */
  readonly operation: string | null;
  readonly verdict: Verdict;
  /** The first sentence of why; empty when it holds. */
  readonly reason: string;
  readonly contractDifferences: number;
}

/**
 * The documented commands of the journeys that were in the run, in the order of the document. None is missing: of what the stream brings
 * no verdict of (a stream of before there were any, a process that died), the verdict is that it was not verified.
 */
export function promisesIn(run: Run): JudgedPromise[] {
  if (run.dryRun) return [];
  return [...run.journeys]
    .flatMap((journey) => {
      const number = journeyNumber(journey.uri);
      const scenario = documentedScenario(journey);
      return number === null || scenario === null ? [] : [{ number, journey, scenario }];
    })
    .sort((one, other) => one.number - other.number)
    .flatMap(({ number, journey, scenario }) => {
      const notes = notesOf(scenario);
      return documentedSteps(scenario).map(({ number: stanza, title, command }): JudgedPromise => {
        const step = `${number}.${stanza}`;
        const note = notes.get(step);
        return {
          step,
          journey,
          scenario,
          title,
          command,
          operation: note?.operationId ?? operationOf(command),
          ...(note ? told(note) : { verdict: 'unverified', reason: whyUntold(scenario), contractDifferences: 0 }),
        };
      });
    });
}

/** What the attempt that counts says, by step. */
function notesOf({ attempts }: Scenario): Map<string, PromiseVerdict> {
  const notes = attempts.at(-1)?.steps.flatMap((step) => step.notes) ?? [];
  return new Map(notes.flatMap((note) => (note.kind === 'promise' ? [[note.step, note]] : [])));
}

function told({
  verdict,
  text,
  waitsFor,
  contractDifferences,
}: PromiseVerdict): Pick<JudgedPromise, 'verdict' | 'reason' | 'contractDifferences'> {
  if (!isVerdict(verdict))
    return {
      verdict: 'unverified',
      reason: `As mensagens trazem um veredito desconhecido: ${String(verdict)}.`,
      contractDifferences,
    };
  const waiting = waitsFor === null ? '' : `Depende do passo ${waitsFor}.`;
  return { verdict, reason: verdict === 'holds' ? '' : text || waiting, contractDifferences };
}

function whyUntold(scenario: Scenario): string {
  const last = scenario.attempts.at(-1);
  switch (outcomeOf(scenario)) {
    case 'not-run':
      return 'O cenário da jornada não chegou a rodar.';
    case 'unfinished':
      return 'O cenário da jornada não chegou ao fim.';
    case 'skipped':
      return `O cenário da jornada foi pulado: ${(last && skipReason(last)) ?? 'sem motivo registrado'}`;
    default:
      return 'As mensagens desta execução não trazem o veredito deste comando.';
  }
}

/** The operation that the contract has for a command; null when it has none. */
function operationOf(command: string): string | null {
  try {
    const line = parse(split(command).slice(1), loadContract().commands);
    return line.kind === 'run' ? line.invocation.command.operationId : null;
  } catch {
    return null; // a command that the contract does not know is a promise all the same
  }
}

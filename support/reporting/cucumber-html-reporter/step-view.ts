import { count, duration, list } from '../../shared/words';
import { isBroken, isSkipNote } from '../model/outcome';
import type { Attempt, CommandRun, OtherAttachment, Scenario, Step, StepText } from '../model/run';
import { explainStep, stepPlace, stepTitle } from '../text/explain';
import { stepBadge } from './badges';
import type { CommandView, StanzaView, StepTextView, StepView } from './view';

const WORTH_TIMING_MS = 50;
const LONG_OUTPUT_LINES = 16;

type Part = 'before' | 'background' | 'scenario' | 'after';

/** The steps of an attempt under the comments that introduce them in the feature; hooks only when they have something to say. */
export function stanzasOf(scenario: Scenario, attempt: Attempt): StanzaView[] {
  const stanzas: StanzaView[] = [];
  let lastPart: Part | null = null;
  for (const step of attempt.steps.filter(isWorthShowing)) {
    const part = partOf(step);
    const title = part === 'scenario' ? step.stanza : part === 'background' ? 'Contexto' : '';
    let stanza = stanzas.at(-1);
    if (!stanza || part !== lastPart || (part === 'scenario' && title !== '')) {
      stanza = { title, folded: part === 'background', steps: [] };
      stanzas.push(stanza);
    }
    stanza.steps.push(stepView(scenario, step));
    if (isBroken(step)) stanza.folded = false;
    lastPart = part;
  }
  return stanzas;
}

/** A step as it stands in the feature, without result. */
export function stepTextView({ keyword, text, table, docString }: StepText): StepTextView {
  return { keyword, text, table, docString };
}

function partOf(step: Step): Part {
  if (step.kind !== 'step') return step.kind;
  return step.fromBackground ? 'background' : 'scenario';
}

function isWorthShowing(step: Step): boolean {
  return (
    step.kind === 'step' || isBroken(step) || [step.commands, notesOf(step), step.attachments].some((said) => said.length > 0)
  );
}

function stepView(scenario: Scenario, step: Step): StepView {
  const documented = step.commands.filter((command) => command.role === 'documented');
  const others = step.commands.filter((command) => command.role !== 'documented');
  const broken = isBroken(step);
  return {
    ...stepTextView(step),
    ...(step.kind === 'step' ? {} : { text: stepTitle(step) }),
    badge: stepBadge(step.status),
    took: step.durationMs >= WORTH_TIMING_MS ? duration(step.durationMs) : '',
    place: broken ? stepPlace(scenario, step) : '',
    reason: broken ? explainStep(step) : '',
    stack: step.error?.stack ?? '',
    commands: documented.map(commandView),
    asides: others.length > 0 ? { title: asidesTitle(others), open: broken, commands: others.map(commandView) } : null,
    notes: notesOf(step),
    attachments: step.attachments.map(attachmentView),
  };
}

/** The reason of a skip is shown with the scenario, not here. */
function notesOf(step: Step): string[] {
  return step.notes.filter((note) => !isSkipNote(note));
}

function asidesTitle(commands: readonly CommandRun[]): string {
  const preparing = commands.filter((command) => command.role === 'setup').length;
  const looking = commands.length - preparing;
  return list(
    [
      preparing > 0 && count(preparing, 'comando de preparação', 'comandos de preparação'),
      looking > 0 && count(looking, 'comando de consulta', 'comandos de consulta'),
    ].filter((part) => part !== false),
  );
}

function commandView(run: CommandRun): CommandView {
  return {
    command: run.command,
    argv: run.argv,
    exit: run.exitCode === null ? 'sem código de saída' : `código de saída ${run.exitCode}`,
    good: run.exitCode === 0,
    took: duration(run.durationMs),
    stdout: run.stdout,
    isLong: run.stdout.split('\n').length > LONG_OUTPUT_LINES,
    stderr: run.stderr,
    exchangesTitle: count(run.exchanges.length, 'pedido à API', 'pedidos à API'),
    exchanges: run.exchanges.map(({ kind, method, path, operationId, status }) => ({
      method,
      path,
      operation: kind === 'discovery' ? 'descrição da API' : (operationId ?? 'fora do contrato'),
      status: status === null ? 'sem resposta' : String(status),
    })),
  };
}

function attachmentView({ fileName, mediaType, text, bytes }: OtherAttachment): { title: string; text: string | null } {
  const title = fileName ? `${fileName} (${mediaType})` : mediaType;
  return { title: text === null ? `${title}, ${count(bytes, 'byte', 'bytes')}, em messages.ndjson` : title, text };
}

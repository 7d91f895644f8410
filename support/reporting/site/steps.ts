import { type Fragment, type Html, html, joined } from '../../shared/html';
import type { CommandEvidence } from '../../shared/messages/evidence';
import { count, duration } from '../../shared/words';
import { remarksOf } from '../model/notes';
import { isBroken } from '../model/outcome';
import type { Attempt, OtherAttachment, PlannedStep, Step, StepText } from '../model/run';
import { stepTitle } from '../text/explain';
import { type Outputs, textBox, transcript } from './command';
import { OPEN, wideTable } from './heading';
import { masked, stepText } from './marks';

/**
 * How much of the evidence a page carries. `whole`: all of it; `lean`: of steps that passed, no commands that prepare or look; `head`:
 * the same, and of outputs only the first lines; `bare`: of
 * steps that passed, no outputs either; `names`: of a scenario that passed, its name alone; `not-passed`: of a
 * scenario that passed, nothing.
 */
export type Evidence = 'whole' | 'lean' | 'head' | 'bare' | 'names' | 'not-passed';

const OUTPUTS: Readonly<Record<Evidence, Outputs>> = {
  whole: 'all',
  lean: 'all',
  head: 'head',
  bare: 'short',
  names: 'short',
  'not-passed': 'all',
};

const WORTH_TIMING_MS = 100;

const STATUS_WORDS = {
  PASSED: null,
  FAILED: 'falhou',
  SKIPPED: 'não rodou',
  PENDING: 'pendente',
  UNDEFINED: 'sem definição',
  AMBIGUOUS: 'ambíguo',
  UNKNOWN: 'não rodou',
  RUNNING: 'sem fim',
  WAITING: 'não rodou',
} as const satisfies Record<Step['status'], string | null>;

/** What an attempt did, under the comments that introduce its steps in the feature. Hooks only when they have something to say. */
export function attemptSteps(attempt: Attempt, evidence: Evidence): Html {
  return stanzas(attempt.steps.filter(isWorthShowing), (step) => ranStep(step, evidence));
}

/** Only the documented commands of the last attempt. */
export function attemptCommands(attempts: readonly Attempt[], evidence: Evidence): Html {
  const commands = (attempts.at(-1)?.steps ?? []).flatMap((step) => step.commands.filter(({ role }) => role === 'documented'));
  return joined(commands.map((command) => transcript(command, OUTPUTS[evidence])));
}

/** The steps of a scenario as they are promised, without any result. */
export function plannedSteps(plan: readonly PlannedStep[]): Html {
  return stanzas(plan, (step) => html`<li>${said(step)}${argument(step)}</li>`);
}

/** The steps of an outline once, with its `<columns>`. */
export function writtenSteps(plan: readonly PlannedStep[]): Html {
  const own = plan.filter((step) => !step.fromBackground);
  return html`<ol class="steps plain">${own.map(({ written }) => html`<li>${said(written)}${argument(written)}</li>`)}</ol>`;
}

/** Keyword and text of a step. */
export function said({ keyword, text }: Pick<StepText, 'keyword' | 'text'>): Html {
  return html`<span class="said"><span class="keyword">${keyword}</span> ${stepText(text)}</span>`;
}

/** The table or the text that belongs to a step. */
export function argument({ table, docString }: Pick<StepText, 'table' | 'docString'>): Fragment {
  return [table && dataTable(table), docString && textBox(docString.content, 'Texto do passo', { english: false })];
}

function dataTable([header, ...rows]: readonly (readonly string[])[]): Fragment {
  if (!header) return null;
  const columns = header.map((cell) => html`<th scope="col">${masked(cell)}</th>`);
  const body = rows.map((row) => html`<tr>${row.map((cell) => html`<td>${masked(cell)}</td>`)}</tr>`);
  return wideTable(
    'Tabela do passo',
    html`<table class="data"><thead><tr>${columns}</tr></thead>${body.length > 0 && html`<tbody>${body}</tbody>`}</table>`,
  );
}

type AnyStep = PlannedStep & Partial<Pick<Step, 'kind' | 'status'>>;

function stanzas<S extends AnyStep>(steps: readonly S[], item: (step: S) => Html): Html {
  const before = steps.filter(({ kind }) => kind === 'before');
  const background = steps.filter((step) => step.fromBackground);
  const own = steps.filter((step) => step.kind !== 'before' && !step.fromBackground);
  return html`${before.length > 0 && stepList(before.map(item))}${background.length > 0 && context(background, item)}${byStanza(own, item)}`;
}

function context<S extends AnyStep>(steps: readonly S[], item: (step: S) => Html): Html {
  const broken = steps.some(({ status }) => status !== undefined && isBroken({ status }));
  const title = `Contexto: ${count(steps.length, 'passo', 'passos')}`;
  return html`<details class="fold"${broken && OPEN}><summary>${title}</summary>${stepList(steps.map(item))}</details>`;
}

function byStanza<S extends AnyStep>(steps: readonly S[], item: (step: S) => Html): Html[] {
  const groups: { title: string; items: Html[] }[] = [];
  for (const step of steps) {
    const title = step.kind === 'after' ? '' : step.stanza;
    const open = groups.at(-1);
    if (open && title === '') open.items.push(item(step));
    else groups.push({ title, items: [item(step)] });
  }
  return groups.map(
    ({ title, items }) => html`${title !== '' && html`<p class="stanza">${masked(title)}</p>`}${stepList(items)}`,
  );
}

function stepList(items: readonly Html[]): Html {
  return html`<ol class="steps">${items}</ol>`;
}

function isWorthShowing(step: Step): boolean {
  if (step.kind === 'step' || isBroken(step)) return true;
  return step.commands.length > 0 || step.attachments.length > 0 || remarksOf(step).length > 0;
}

function ranStep(step: Step, evidence: Evidence): Html {
  const word = STATUS_WORDS[step.status];
  const kind = word === null ? 'ok' : isBroken(step) || step.status === 'RUNNING' ? 'bad' : 'dim';
  const whole = evidence === 'whole' || evidence === 'not-passed' || kind === 'bad';
  const outputs = kind === 'bad' ? 'all' : OUTPUTS[evidence];
  const took = step.durationMs >= WORTH_TIMING_MS && html` <span class="took">${duration(step.durationMs)}</span>`;
  return html`<li class="${kind}">${step.kind === 'step' ? said(step) : html`<span class="said">${stepTitle(step)}</span>`}${
    word !== null && html` <span class="word">${word}</span>`
  }${took}${argument(step)}${commandsOf(step, { whole, outputs })}${notes(step)}${step.attachments.map(attachment)}${
    step.error?.stack &&
    html`<details class="fold"><summary>Pilha do erro</summary>${textBox(step.error.stack, 'Pilha do erro', { english: true })}</details>`
  }</li>`;
}

function commandsOf({ commands }: Step, { whole, outputs }: { whole: boolean; outputs: Outputs }): Fragment {
  if (commands.length === 0) return null;
  const documented = commands.filter(({ role }) => role === 'documented');
  const others = whole ? commands.filter(({ role }) => role !== 'documented') : [];
  return [
    documented.map((command) => transcript(command, outputs)),
    others.length > 0 &&
      html`<details class="fold"><summary>${asides(others)}</summary>${others.map((command) => transcript(command, outputs))}</details>`,
  ];
}

function asides(commands: readonly CommandEvidence[]): string {
  return count(commands.length, 'comando de preparação', 'comandos de preparação');
}

function notes(step: Step): Fragment {
  return remarksOf(step).map((remark) => html`<p class="hint">${masked(remark)}</p>`);
}

function attachment({ fileName, mediaType, text, bytes }: OtherAttachment): Html {
  const name = fileName ? `${fileName} (${mediaType})` : mediaType;
  if (text === null)
    return html`<p class="hint">Anexo ${name}, ${count(bytes, 'byte', 'bytes')}, guardado em messages.ndjson.</p>`;
  return html`<details class="fold"><summary>Anexo ${name}</summary>${textBox(text, name, { english: false })}</details>`;
}

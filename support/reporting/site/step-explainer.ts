import { type Html, html } from '../../shared/html';
import { parameterText } from '../../shared/vocabulary/parameters';
import { formsOf, wordsOnly } from '../../shared/vocabulary/pattern-forms';
import { SourceNotes } from '../../shared/vocabulary/source-note';
import type { Run, StepDefinitionPlace } from '../model/run';

/**
 * What the pages of the documentation say of a step beside its expression: what it does, and what each of its parameters accepts.
 * @param folder what the places of the definitions are relative to
 * @returns for a place null when its source is not there, or does not have the expression any more
 */
export function stepExplainer(
  { parameterTypes }: Pick<Run, 'parameterTypes'>,
  folder: string,
): (definition: StepDefinitionPlace) => Html | null {
  const notes = new SourceNotes(folder);
  const accepted = (name: string): string =>
    parameterText(name, wordsOnly(formsOf(parameterTypes.find((type) => type.name === name)?.patterns ?? [])));
  return ({ expression, location }) => {
    const note = notes.read(location.replace(/:\d+$/, ''), expression);
    if (!note || note.explanation === '') return null;
    const names = [...new Set([...expression.matchAll(/(?<!\\)\{([^{}]*)\}/g)].map((match) => match[1] ?? ''))];
    const parameters = names.map((name) => html`<li><code>{${name}}</code>: ${accepted(name)}</li>`);
    return html`<p class="explanation">${note.explanation}.</p>${
      parameters.length > 0 && html`<ul class="parameters">${parameters}</ul>`
    }`;
  };
}

import { Misuse } from '../../shared/command-line';
import type { RunInfo } from '../../shared/messages/run-info';
import type { Run } from '../model/run';

/** What the address behind "Editar" may be made of. */
const HOLES: readonly string[] = ['path', 'line', 'branch', 'commit'];

/**
 * The address behind "Editar", with `{path}`, `{line}`, `{branch}` and `{commit}` to be filled in.
 * @param wanted the setting DUMONT_EDIT_URL; without it, GitHub's and GitLab's own are known
 * @returns null when nobody knows how to edit a line there
 * @throws Misuse when the setting cannot be used
 */
export function editTemplate({ runInfo }: Pick<Run, 'runInfo'>, wanted: string | undefined): string | null {
  if (wanted !== undefined && wanted.trim() !== '') return checked(wanted.trim());
  if (!runInfo?.repository || runInfo.branch === null) return null;
  return known(runInfo.repository, runInfo);
}

function known(repository: string, { branch }: RunInfo): string | null {
  const { hostname } = new URL(repository);
  if (branch === null) return null;
  if (/(^|\.)github\./.test(hostname)) return `${repository}/edit/{branch}/{path}#L{line}`;
  if (/(^|\.)gitlab\./.test(hostname)) return `${repository}/-/edit/{branch}/{path}#L{line}`;
  return null;
}

function checked(template: string): string {
  const unknown = [...template.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name).find((name) => !HOLES.includes(name));
  if (unknown !== undefined) {
    throw new Misuse(`DUMONT_EDIT_URL não pode ter {${unknown}}; use ${HOLES.map((hole) => `{${hole}}`).join(', ')}.`);
  }
  if (!URL.canParse(template) || !['http:', 'https:', 'vscode:'].includes(new URL(template).protocol)) {
    throw new Misuse(
      'DUMONT_EDIT_URL não é um endereço; escreva, por exemplo, https://github.com/empresa/jornadas/edit/{branch}/{path}#L{line}.',
    );
  }
  return template;
}

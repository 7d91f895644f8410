import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { count, list } from '../../../shared/words';
import { type Shown, secretsShown } from './redaction';

/** A written report that shows a secret. */
export interface Leak {
  readonly file: string;
  readonly shown: Shown;
}

/** Base64 that stands in a report: an attachment of the message stream, or an output that a page keeps aside. */
const ENCODED = /[\w+/]{40,}={0,2}/g;

/**
 * Searches the reports of a run, what they encode too, for secrets that got past every other care; those that show one are removed.
 * @param folder of the reports
 * @param since when the run began, in milliseconds: what is older is not of this run
 */
export function withholdLeaks(folder: string, secrets: readonly string[], since: number): Leak[] {
  return filesBelow(folder, since).flatMap((file) => {
    const shown = secretsShown(withDecoded(readFileSync(file, 'utf8')), secrets);
    if (shown.known === 0 && shown.kinds.length === 0) return [];
    rmSync(file);
    return [{ file, shown }];
  });
}

/** What a person is told of them. */
export function leaksInWords(leaks: readonly Leak[]): string {
  const lines = leaks.map(({ file, shown }) => `  ${file} (${shownInWords(shown)})`);
  return `ATENÇÃO: depois de escritos, estes relatórios mostravam segredos e foram retidos (apagados):\n${lines.join('\n')}\nTroque os segredos que já tiverem saído desta máquina.`;
}

function shownInWords({ known, kinds }: Shown): string {
  return list([...(known > 0 ? [count(known, 'segredo declarado', 'segredos declarados')] : []), ...kinds]);
}

function filesBelow(folder: string, since: number): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return files.filter((file) => statSync(file).mtimeMs >= since);
}

function withDecoded(text: string): string {
  const decoded = (text.match(ENCODED) ?? []).map((encoded) => Buffer.from(encoded, 'base64').toString('utf8'));
  return [text, ...decoded.filter((each) => !each.includes('\uFFFD'))].join('\n');
}

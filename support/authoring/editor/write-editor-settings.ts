import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadVocabulary } from '../../shared/vocabulary/from-library';
import { editorParameterTypes, withParameterTypes } from './settings';

/** Writes what the editor must know of the steps into `.vscode/settings.json`: to be run after a parameter type has changed. */

const ROOT = path.resolve(__dirname, '..', '..', '..');
const SETTINGS = '.vscode/settings.json';

void loadVocabulary(ROOT).then(({ parameterTypes }) => {
  const file = path.join(ROOT, SETTINGS);
  const before = readFileSync(file, 'utf8');
  const after = withParameterTypes(before, editorParameterTypes(parameterTypes));
  if (after !== before) writeFileSync(file, after);
  process.stdout.write(after === before ? `${SETTINGS} já está em dia.\n` : `${SETTINGS} foi atualizado.\n`);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { split } from 'shlex';
import { loadContract } from '../../../contract/contract';
import { grammarOf } from '../../../sandbox/cli/contract-grammar';
import { parse } from '../../../sandbox/cli/parse';
import { UsageError } from '../../../sandbox/cli/usage-error';
import { suiteFeatures } from '../../../testing/suite-features';
import { problemOf } from './command-problem';

const grammar = grammarOf(loadContract().document);

/** Whether the embedded CLI, which obeys the same contract, takes the command line. */
function isTaken(command: string): boolean {
  const words = wordsOf(command);
  if (words === null) return false;
  try {
    parse(words.slice(1), grammar);
    return true;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

function wordsOf(command: string): string[] | null {
  try {
    return split(command);
  } catch {
    return null; // a quote that opens and does not close
  }
}

test('every command of the features is judged as the CLI judges it, and so are its misspellings', () => {
  const texts = suiteFeatures().map(({ text }) => text);
  const commands = new Set(texts.join('\n').match(/dumont [a-z-]+ [^`|\n]*(?=`| \|)/g) ?? []);
  assert.ok(commands.size > 100);
  let refused = 0;
  for (const command of commands) {
    const spoilt = [
      command,
      command.replace(/(?<=dumont \S+ )\S/, 'z'),
      `${command} sobra`,
      command.replace(/ \S+$/, ''),
      command.replace('=', 'x='),
    ];
    for (const each of spoilt) {
      assert.equal(problemOf(each, false) === null, isTaken(each), each);
      if (!isTaken(each)) refused += 1;
    }
  }
  assert.ok(refused > 100);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CommandLine, Misuse, readCommandLine } from './command-line';

const PROGRAM = {
  name: 'npm run reports',
  help: 'Refaz os relatórios.',
  options: { out: { type: 'string' }, pdf: { type: 'boolean' }, only: { type: 'string', multiple: true } },
} satisfies CommandLine;

test('options and words are read, a second -- passed over', () => {
  const args = ['a', '--out', 'pasta', '--', '--pdf', '--only=x', '--only', 'y', '-'];
  const asked = readCommandLine({ ...PROGRAM, takesWords: true }, args);
  assert.deepEqual(asked?.words, ['a', '-']);
  assert.deepEqual({ ...asked?.values }, { out: 'pasta', pdf: true, only: ['x', 'y'] });
});

test('help is asked for in either form, whatever stands beside it', () => {
  for (const args of [['--help'], ['-h'], ['--nada', '--help']]) assert.equal(readCommandLine(PROGRAM, args), null);
});

test('what cannot be understood is one sentence with what was meant', () => {
  for (const [args, sentence] of [
    [['--pfd'], 'Não conheço a opção --pfd (você quis dizer --pdf?)'],
    [['--outt=x'], 'Não conheço a opção --outt (você quis dizer --out?)'],
    [['-x'], 'Não conheço a opção -x'],
    [['--out'], 'A opção --out pede um valor'],
    [['--out', '--pdf'], 'A opção --out pede um valor'],
    [['--out='], 'A opção --out pede um valor'],
    [['--pdf=sim'], 'A opção --pdf não leva valor'],
    [['um.ndjson'], 'Não entendi "um.ndjson"'],
  ] as const) {
    assert.throws(() => readCommandLine(PROGRAM, args), new Misuse(`${sentence}; veja npm run reports -- --help.`));
  }
});

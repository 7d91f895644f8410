import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { isCliSource } from '../../sandbox/cli/bundle';
import { CLI_FAULTS } from './cli-faults';
import { FaultError, faulty, filesOf, type SourceFault } from './fault';
import { SANDBOX_FAULTS } from './index';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const ALL = [...SANDBOX_FAULTS, ...CLI_FAULTS];
const FAULTS_WANTED = { sandbox: 60, cli: 14 };

const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
/** Names of the faults of which that is not so, with what `wrong` says of each. */
const wrongOnes = (wrong: (fault: SourceFault) => string | false): string[] =>
  ALL.flatMap((fault) => {
    const finding = wrong(fault);
    return finding === false ? [] : [`${fault.id}: ${finding}`];
  });

/** One fault's text of one file. */
interface FaultyFile {
  readonly fault: string;
  readonly file: string;
  readonly text: string;
}

/** The faults in as few groups as will do, none with a file twice: the compiler then reads the product once for each group. */
function groupsOfFaults(): FaultyFile[][] {
  const groups: FaultyFile[][] = [];
  for (const fault of ALL) {
    const files = filesOf(fault);
    const group = groups.find((each) => !each.some(({ file }) => files.includes(file))) ?? [];
    if (group.length === 0) groups.push(group);
    group.push(...files.map((file) => ({ fault: fault.id, file, text: faulty(fault, file, textOf(file)) })));
  }
  return groups;
}

/** Tells what is wrong with files as TypeScript, syntax and types, when the product has these texts. */
function compilerOf(entries: readonly string[]): (group: readonly FaultyFile[]) => string[] {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const versions = new Map<string, number>();
  let current: ReadonlyMap<string, string> = new Map();
  const service = ts.createLanguageService({
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    getCompilationSettings: () => ({ ...options, noUnusedLocals: false, noUnusedParameters: false }),
    getScriptFileNames: () => entries.map((file) => path.join(ROOT, file)),
    getScriptVersion: (file) => String(versions.get(file) ?? 0),
    getScriptSnapshot: (file) => {
      const text = current.get(file) ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  return (group) => {
    const texts = new Map(group.map(({ file, text }) => [path.join(ROOT, file), text]));
    for (const file of [...current.keys(), ...texts.keys()]) versions.set(file, (versions.get(file) ?? 0) + 1);
    current = texts;
    return group.flatMap(({ fault, file }) => {
      const full = path.join(ROOT, file);
      const findings = [...service.getSyntacticDiagnostics(full), ...service.getSemanticDiagnostics(full)];
      return findings.map(({ messageText }) => `${fault}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
    });
  };
}

test('there are enough faults of each part, each with an id of its own', () => {
  assert.ok(SANDBOX_FAULTS.length >= FAULTS_WANTED.sandbox, `${SANDBOX_FAULTS.length} of the sandbox`);
  assert.ok(CLI_FAULTS.length >= FAULTS_WANTED.cli, `${CLI_FAULTS.length} of the CLI`);
  const ids = ALL.map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  assert.deepEqual(
    ids.filter((id) => !/^[a-z]+(-[a-z0-9]+)*$/.test(id)),
    [],
  );
});

test('each fault says in a sentence what goes wrong, and which journeys should notice', () => {
  assert.deepEqual(
    wrongOnes(({ what }) => (/^\S.{15,}[^.\s]$/.test(what) && what === what.normalize('NFC') ? false : what)),
    [],
  );
  assert.deepEqual(
    wrongOnes(({ journeys }) => {
      const known = journeys.every((journey) => Number.isInteger(journey) && journey >= 1 && journey <= 10);
      return known && journeys.length > 0 && new Set(journeys).size === journeys.length ? false : journeys.join(', ');
    }),
    [],
  );
});

test('each edit stands in its file exactly once, and changes it', () => {
  assert.deepEqual(
    wrongOnes((fault) => {
      try {
        return filesOf(fault).every((file) => faulty(fault, file, textOf(file)) !== textOf(file)) ? false : 'changes nothing';
      } catch (error) {
        return (error as Error).message;
      }
    }),
    [],
  );
});

test('each faulty file still compiles: what breaks is the product, not the program', () => {
  const errorsOf = compilerOf(['support/sandbox/start.ts', 'support/sandbox/cli/main.ts']);
  assert.deepEqual(groupsOfFaults().flatMap(errorsOf), []);
});

test('a fault changes its own part of the product and no other', () => {
  assert.deepEqual(
    wrongOnes(({ part, edits }) => {
      const stray = edits.find(({ file }) => {
        const isProduct = (isCliSource(file) || file.startsWith('support/sandbox/')) && !/\.test\.ts$|\/testing\//.test(file);
        return !isProduct || isCliSource(file) !== (part === 'cli');
      });
      return stray?.file ?? false;
    }),
    [],
  );
});

test('a piece that is gone, or stands there twice, is told with the fault and the file', () => {
  const fault: SourceFault = {
    id: 'sample',
    part: 'sandbox',
    what: 'nada que importe',
    journeys: [1],
    edits: [{ file: 'a.ts', find: 'one', replace: 'two' }],
  };
  const refused = (times: number) => (error: unknown) => {
    assert.ok(error instanceof FaultError);
    assert.equal(
      error.message,
      `A falha "sample" não vale mais: em a.ts, o trecho "one" aparece ${times} vezes, e precisa aparecer uma só.`,
    );
    return true;
  };
  assert.equal(faulty(fault, 'a.ts', 'one, three'), 'two, three');
  assert.equal(faulty(fault, 'b.ts', 'one, one'), 'one, one');
  assert.throws(() => faulty(fault, 'a.ts', 'three'), refused(0));
  assert.throws(() => faulty(fault, 'a.ts', 'one, one'), refused(2));
});

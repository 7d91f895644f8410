import { appendFileSync, writeFileSync } from 'node:fs';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import * as messages from '@cucumber/messages';

const SCENARIOS_PER_FEATURE = 50;
const MEDIA_TYPE = 'application/vnd.dumont.command+json';
const START = Date.UTC(2026, 2, 1, 12) / 1000;

/**
 * Writes the message stream of a run of that many scenarios, as cucumber-js would have: 50 per feature, 7 steps each with a table and a
 * doc string, one command with 2.5 KB of output as evidence, 3 % failing, some retried, some skipped. Always the same bytes.
 */
export function generateStream(file: string, scenarios: number): void {
  writeFileSync(file, '');
  const write = (envelopes: readonly messages.Envelope[]): void =>
    appendFileSync(file, envelopes.map((envelope) => `${JSON.stringify(envelope)}\n`).join(''));
  const features = Array.from({ length: Math.ceil(scenarios / SCENARIOS_PER_FEATURE) }, (_, index) => {
    const amount = Math.min(SCENARIOS_PER_FEATURE, scenarios - index * SCENARIOS_PER_FEATURE);
    return parse(`features/${String(index + 1).padStart(3, '0')}_gerada.feature`, featureText(index + 1, amount));
  });
  write([META, ...DEFINITIONS]);
  for (const { source, gherkinDocument, pickles } of features) {
    write([{ source }, { gherkinDocument }, ...pickles.map((pickle) => ({ pickle }))]);
  }
  write([{ testRunStarted: { id: 'run', timestamp: at(0) } }]);
  const all = features.flatMap(({ pickles }) => pickles);
  write(all.map((pickle) => ({ testCase: testCaseOf(pickle) })));
  for (const [index, pickle] of all.entries()) write(attempts(pickle, index));
  write([{ testRunFinished: { success: false, timestamp: at(all.length), testRunStartedId: 'run' } }]);
}

interface Parsed {
  source: messages.Source;
  gherkinDocument: messages.GherkinDocument;
  pickles: readonly messages.Pickle[];
}

function parse(uri: string, data: string): Parsed {
  const newId = ((prefix) => {
    let count = 0;
    return () => `${prefix}-${count++}`;
  })(uri);
  const gherkinDocument = { ...new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(data), uri };
  const source = { uri, data, mediaType: messages.SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN };
  return { source, gherkinDocument, pickles: compile(gherkinDocument, uri, newId) };
}

function featureText(number: number, scenarios: number): string {
  const body = Array.from(
    { length: scenarios },
    (_, index) => `
    @criticidade-${index % 3 === 0 ? 'alta' : 'media'}
    Cenário: Alugar a máquina ${number}-${index + 1}
      # 1. Alugar
      Dado que estou autenticado
      E que a pasta do projeto tem o arquivo "requirements.txt":
        """
        torch==2.4.0
        transformers
        """
      Quando executo \`dumont instance get <instance_id>\`
      Então a API responde 200
      E a resposta tem:
        | campo    | condição        |
        | id       | está preenchido |
        | gpu_name | é "RTX 4090"    |
      E o campo "status" é "running"
      E a instância <instance_id> ainda está em execução
`,
  );
  return `# language: pt
@criticidade-alta
Funcionalidade: Jornada ${number} - Jornada gerada
  Quem mede precisa de muitas jornadas iguais.

  Regra: O que se aluga fica de pé
${body.join('')}`;
}

const META: messages.Envelope = {
  meta: {
    protocolVersion: '32.2.0',
    implementation: { name: 'cucumber-js', version: '12.9.0' },
    runtime: { name: 'node.js', version: '20.20.2' },
    os: { name: 'linux' },
    cpu: { name: 'x64' },
  },
};

const TEXTS = ['estou autenticado', 'a pasta', 'executo', 'a API responde', 'a resposta tem', 'o campo', 'a instância'];

const DEFINITIONS: readonly messages.Envelope[] = TEXTS.map((source, index) => ({
  stepDefinition: {
    id: `definition-${index}`,
    pattern: { source, type: messages.StepDefinitionPatternType.CUCUMBER_EXPRESSION },
    sourceReference: { uri: `step-definitions/gerada.ts`, location: { line: index + 1 } },
  },
}));

function testCaseOf(pickle: messages.Pickle): messages.TestCase {
  return {
    id: `case-${pickle.id}`,
    pickleId: pickle.id,
    testRunStartedId: 'run',
    testSteps: pickle.steps.map((step, index) => ({
      id: `step-${step.id}`,
      pickleStepId: step.id,
      stepDefinitionIds: [`definition-${index}`],
      stepMatchArgumentsLists: [],
    })),
  };
}

/** One in 33 fails, one in 50 only passes the second time, one in 40 is skipped. */
function attempts(pickle: messages.Pickle, index: number): messages.Envelope[] {
  if (index % 50 === 7) return [...attempt(pickle, index, 0, 'FAILED', true), ...attempt(pickle, index, 1, 'PASSED', false)];
  if (index % 33 === 5) return attempt(pickle, index, 0, 'FAILED', false);
  return attempt(pickle, index, 0, index % 40 === 3 ? 'SKIPPED' : 'PASSED', false);
}

type Ending = 'PASSED' | 'FAILED' | 'SKIPPED';

function attempt(
  pickle: messages.Pickle,
  index: number,
  number: number,
  ending: Ending,
  willBeRetried: boolean,
): messages.Envelope[] {
  const testCaseStartedId = `started-${pickle.id}-${number}`;
  const timestamp = at(index);
  const broken = 4;
  const steps = pickle.steps.flatMap((step, position): messages.Envelope[] => {
    const testStepId = `step-${step.id}`;
    const failed = ending === 'FAILED' && position === broken;
    const skipped = ending === 'SKIPPED' || (ending === 'FAILED' && position > broken);
    return [
      { testStepStarted: { testCaseStartedId, testStepId, timestamp } },
      ...(position === 2 && !skipped ? [evidence(testCaseStartedId, testStepId, index)] : []),
      {
        testStepFinished: { testCaseStartedId, testStepId, timestamp, testStepResult: failed ? FAILURE : skipped ? SKIP : PASS },
      },
    ];
  });
  return [
    { testCaseStarted: { id: testCaseStartedId, testCaseId: `case-${pickle.id}`, attempt: number, timestamp } },
    ...steps,
    { testCaseFinished: { testCaseStartedId, timestamp: at(index + 0.4), willBeRetried } },
  ];
}

const DURATION = { seconds: 0, nanos: 40_000_000 };
const PASS: messages.TestStepResult = { status: messages.TestStepResultStatus.PASSED, duration: DURATION };
const SKIP: messages.TestStepResult = { status: messages.TestStepResultStatus.SKIPPED, duration: DURATION };
const FAILURE: messages.TestStepResult = {
  status: messages.TestStepResultStatus.FAILED,
  duration: DURATION,
  message: 'AssertionError: a resposta não tem o campo "gpu_name".',
  exception: {
    type: 'AssertionError',
    message:
      'a resposta não tem o campo "gpu_name".\n  comando:   dumont instance get <instance_id>\n  resposta:  GET /api/v1/instances/1 → 200 em 3 ms',
    stackTrace:
      'AssertionError: a resposta não tem o campo "gpu_name".\n    at World.<anonymous> (step-definitions/reply.ts:40:11)',
  },
};

function evidence(testCaseStartedId: string, testStepId: string, index: number): messages.Envelope {
  const reply = {
    id: index,
    status: 'running',
    gpu_name: 'RTX 4090',
    note: 'a < b & c',
    history: Array.from({ length: 52 }, (_, hour) => ({ hour, price: 0.3 + hour / 100 })),
  };
  const run = {
    command: 'dumont instance get <instance_id>',
    role: 'documented',
    argv: ['dumont', 'instance', 'get', String(index)],
    exitCode: 0,
    durationMs: 30 + (index % 40),
    stdout: `✅ Success (200)\n${JSON.stringify(reply, null, 1)}\n`,
    stderr: '',
    exchanges: [
      {
        method: 'GET',
        path: `/api/v1/instances/${index}`,
        operationId: 'getInstance',
        status: 200,
        request: null,
        durationMs: 3,
      },
    ],
  };
  const body = Buffer.from(JSON.stringify(run)).toString('base64');
  return {
    attachment: {
      body,
      contentEncoding: messages.AttachmentContentEncoding.BASE64,
      mediaType: MEDIA_TYPE,
      testCaseStartedId,
      testStepId,
    },
  };
}

function at(second: number): messages.Timestamp {
  return { seconds: START + Math.floor(second), nanos: Math.round((second % 1) * 1e9) };
}

if (require.main === module) {
  const [file = '', scenarios = ''] = process.argv.slice(2);
  generateStream(file, Number(scenarios));
}

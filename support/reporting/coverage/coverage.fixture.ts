import { Contract, type ContractDocument } from '../../contract/contract';
import type { CommandEvidence, ExchangeEvidence } from '../../shared/messages/evidence';
import type { Journey, PlannedStep, Run, Scenario, Step } from '../model/run';

const JSON_REPLY = { description: '', content: { 'application/json': { schema: {} } } } as const;

const DOCUMENT: ContractDocument = {
  openapi: '3.1.0',
  info: { title: 'x', version: '1' },
  components: {},
  'x-invariant-helpers': {},
  paths: {
    '/things': {
      get: {
        operationId: 'listThings',
        summary: '',
        tags: [],
        parameters: [
          { name: 'status', in: 'query', schema: { type: 'string' } },
          { name: 'limit', in: 'query', schema: { type: 'integer' } },
        ],
        responses: { 200: JSON_REPLY, 401: JSON_REPLY },
        'x-cli': { resource: 'thing', action: 'list', args: [] },
      },
      post: {
        operationId: 'createThing',
        summary: '',
        tags: [],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['name'],
                properties: {
                  name: { type: 'string' },
                  config: { type: 'object', properties: { epochs: { type: 'integer' } } },
                  files: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' } } } },
                },
              },
            },
          },
        },
        responses: { 201: JSON_REPLY, 422: JSON_REPLY },
        'x-cli': { resource: 'thing', action: 'create', args: [] },
      },
    },
    '/things/{thing_id}': {
      parameters: [{ name: 'thing_id', in: 'path', required: true, schema: { type: 'string' } }],
      delete: {
        operationId: 'deleteThing',
        summary: '',
        tags: [],
        responses: { 200: JSON_REPLY, 404: JSON_REPLY },
        'x-cli': { resource: 'thing', action: 'delete', args: ['{thing_id}'] },
      },
    },
    '/balance': {
      get: {
        operationId: 'getBalance',
        summary: '',
        tags: [],
        responses: { 200: JSON_REPLY, 503: JSON_REPLY },
        'x-suite': 'preflight',
      },
    },
  },
};

/** Three commands (`thing list`, `create`, `delete`) and one operation of the suite's own. */
export const SMALL_CONTRACT = new Contract(DOCUMENT);

/** An exchange that went well and of which everything was kept. */
export function exchange(operationId: string | null, over: Partial<ExchangeEvidence> = {}): ExchangeEvidence {
  return { kind: 'call', method: 'GET', path: '/things', operationId, status: 200, request: null, durationMs: 3, ...over };
}

/** A Quando that ran a command with these exchanges. */
export function when(command: string, exchanges: readonly ExchangeEvidence[], over: Partial<Step> = {}): Step {
  const run: CommandEvidence = {
    command,
    role: 'documented',
    argv: command.split(' '),
    exitCode: 0,
    durationMs: 10,
    stdout: '',
    stderr: '',
    exchanges: [...exchanges],
  };
  return step('Quando', 'act', `executo \`${command}\``, { commands: [run], ...over });
}

/** An Então that passed. */
export function then(text: string, over: Partial<Step> = {}): Step {
  return step('Então', 'look', text, over);
}

function step(keyword: string, purpose: Step['purpose'], text: string, over: Partial<Step>): Step {
  const written = { keyword, text, line: 1, table: null, docString: null };
  return {
    id: '',
    kind: 'step',
    ...written,
    written,
    purpose,
    fromBackground: false,
    stanza: '',
    definitions: [],
    advice: null,
    location: null,
    status: 'PASSED',
    startedAt: null,
    durationMs: 1,
    error: null,
    commands: [],
    notes: [],
    attachments: [],
    ...over,
  };
}

/** A scenario with one attempt of these steps; `ran: false` leaves it without attempts. */
export function scenario(steps: readonly Step[], over: Partial<Scenario> = {}, { ran = true } = {}): Scenario {
  return {
    key: 'k',
    uri: 'features/x.feature',
    theme: null,
    line: 1,
    keyword: 'Cenário',
    name: 'x',
    outline: 'x',
    description: '',
    tags: ['@jornada'],
    rule: null,
    example: [],
    plan: steps.filter(({ kind }) => kind === 'step').map(planned),
    attempts: ran
      ? [{ id: 'a', worker: null, startedAt: new Date(0), durationMs: 5, willBeRetried: false, steps: [...steps] }]
      : [],
    ...over,
  };
}

function planned({
  keyword,
  text,
  line,
  table,
  docString,
  purpose,
  fromBackground,
  stanza,
  definitions,
  advice,
  written,
}: Step): PlannedStep {
  return { keyword, text, line, table, docString, purpose, fromBackground, stanza, definitions, advice, written };
}

/** A journey of these scenarios, in a file of this name. */
export function journey(scenarios: readonly Scenario[], name = 'x'): Journey {
  const uri = `features/${name}.feature`;
  return {
    uri,
    line: 1,
    keyword: 'Funcionalidade',
    name,
    description: '',
    tags: [],
    background: null,
    scenarios: [...scenarios],
  };
}

/** A whole run of these journeys. */
export function runOf(journeys: readonly Journey[], over: Partial<Run> = {}): Run {
  return {
    startedAt: new Date(0),
    finishedAt: new Date(1000),
    succeeded: true,
    tools: [],
    runInfo: null,
    ci: null,
    dryRun: false,
    journeys: [...journeys],
    parseErrors: [],
    hookFailures: [],
    unknownParameterTypes: [],
    parameterTypes: [],
    definitions: [],
    gaps: [],
    ...over,
  };
}

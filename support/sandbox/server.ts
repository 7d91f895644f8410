import { type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifyServerOptions, fastify } from 'fastify';
import { loadContract, type Operation } from '../contract/contract';
import type { Platform } from './domain/accounts/platform';
import type { Tenant } from './domain/accounts/tenant';
import { HANDLERS } from './handlers';
import type { Call, Handler, Values } from './handlers/handler';
import { admit } from './http/admission';
import { DESCRIPTION_PATHS, describeApi } from './http/api-description';
import { failureOf } from './http/failures';
import { bodyValidator, parameterValidator, refusal } from './http/validation';

type CompilersFactory = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>;

const LONGEST_PARAMETER = 1000;

/** Requests are validated here, by the contract, and replies are plain JSON: Fastify's own compilers would only cost their loading. */
const NO_COMPILERS = {
  buildValidator: () => () => () => true,
  buildSerializer: () => () => JSON.stringify,
} as unknown as CompilersFactory; // its types only know the compilers that Fastify brings along

/**
 * The backend as a Fastify server that is ready to listen: the operations of the contract under each prefix. The contract alone says what is public and
 * what a request may hold. A request is answered in this order: 401, 400 or 503 for what is lacking, 422, then the handler.
 */
export function buildServer(platform: Platform): FastifyInstance {
  const server = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    schemaController: { compilersFactory: NO_COMPILERS },
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, async (_request: FastifyRequest, text: string) => parsed(text));
  server.setErrorHandler(async (error, _request, reply) => {
    const { status, body } = failureOf(error);
    if (status === 500) console.error(error); // a mistake of the sandbox: the client learns nothing of it, whoever mends it must
    return reply.status(status).send(body);
  });
  server.setNotFoundHandler(async (_request, reply) => reply.status(404).send({ error: 'Not Found' }));
  for (const operation of loadContract().operations) addRoutes(server, platform, operation, handlerOf(operation));
  addDescription(server);
  return server;
}

function handlerOf({ id }: Operation): Handler {
  const handler = HANDLERS[id];
  if (!handler) throw new Error(`No handler for ${id}`);
  return handler;
}

/** The API's own description, from which some CLIs learn their commands: whoever asks gets it. */
function addDescription(server: FastifyInstance): void {
  let text: string | undefined;
  for (const url of DESCRIPTION_PATHS) {
    server.get(url, async (_request, reply) => {
      text ??= JSON.stringify(describeApi(loadContract().document));
      return reply.type('application/json').send(text);
    });
  }
}

function addRoutes(server: FastifyInstance, platform: Platform, operation: Operation, handler: Handler): void {
  const callers = new WeakMap<FastifyRequest, Tenant>();
  const validate = {
    params: parameterValidator(operation, 'path'),
    query: parameterValidator(operation, 'query'),
    body: bodyValidator(operation),
  };
  const route = {
    method: operation.method,
    onRequest: async (request: FastifyRequest) => {
      const tenant = await admit(platform, operation, handler, request.headers.authorization);
      if (tenant) callers.set(request, tenant);
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const call: Call = {
        platform,
        get tenant() {
          const tenant = callers.get(request);
          if (!tenant) throw new Error(`${operation.id} is public: it has no account`);
          return tenant;
        },
        params: validate.params(request.params) as Values,
        query: validate.query(request.query) as Values,
        body: validate.body(request.body) as Values,
      };
      const { status, body } = await handler(call as Call<never, never, never>);
      return reply.status(status).send(body);
    },
  };
  for (const path of loadContract().mountsOf(operation.path)) {
    server.route({ ...route, url: path.replaceAll(/\{(\w+)\}/g, ':$1') });
  }
}

/** JSON, whatever the client calls it; no text at all is no body. 422 when it is not well formed. */
function parsed(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refusal([{ type: 'json_invalid', loc: ['body'], msg: 'JSON decode error', input: null }]);
  }
}

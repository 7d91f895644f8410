import type { DependencyName } from '../domain/accounts/health';
import type { Call, Handler } from './handler';

/** The same handlers, each answering 503 while that dependency is offline. */
export function depending(name: DependencyName, handlers: Readonly<Record<string, Handler>>): Record<string, Handler> {
  const guarded = (handler: Handler): Handler => {
    const guard: Handler = (call: Call<never, never, never>) => {
      call.platform.dependencies.demand(name);
      return handler(call);
    };
    return handler.needs === undefined ? guard : Object.assign(guard, { needs: handler.needs });
  };
  return Object.fromEntries(Object.entries(handlers).map(([operation, handler]) => [operation, guarded(handler)]));
}

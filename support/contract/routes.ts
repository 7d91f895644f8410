interface Route<T> {
  readonly segments: readonly string[];
  readonly target: T;
}

const parameterOf = (segment: string): string | undefined => /^\{(.+)\}$/.exec(segment)?.[1];

/** Finds what a request is for by method and path. Literal segments win over templates: /snapshots/restore is no snapshot's id. */
export class Routes<T> {
  readonly #byMethod = new Map<string, Route<T>[]>();

  /** Adds a path template like `/api/v1/instances/{instance_id}`. */
  add(method: string, template: string, target: T): void {
    const routes = this.#byMethod.get(method) ?? [];
    routes.push({ segments: template.split('/'), target });
    routes.sort((one, other) => rankOf(one) - rankOf(other));
    this.#byMethod.set(method, routes);
  }

  /** @returns what was added for this path with the values of its parameters, URL-decoded, or null */
  match(method: string, pathname: string): { readonly target: T; readonly params: Readonly<Record<string, string>> } | null {
    const segments = pathname.split('/');
    for (const route of this.#byMethod.get(method.toUpperCase()) ?? []) {
      const params = paramsOf(route.segments, segments);
      if (params) return { target: route.target, params };
    }
    return null;
  }
}

/** Sorts literal segments before templates, the leftmost difference deciding: a binary digit per segment, 1 for a template. */
function rankOf({ segments }: Route<unknown>): number {
  return segments.reduce((rank, segment) => rank * 2 + (parameterOf(segment) === undefined ? 0 : 1), 0);
}

function paramsOf(template: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (template.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, wanted] of template.entries()) {
    const segment = segments[index] ?? '';
    const name = parameterOf(wanted);
    if (name === undefined ? segment !== wanted : segment === '') return null;
    if (name !== undefined) params[name] = decoded(segment);
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // not well-formed: shown as it came
  }
}

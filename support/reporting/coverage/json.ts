import type { Coverage } from './model';

/** Raised when a field of `Coverage` (model.ts) changes its name or its meaning. */
const SHAPE = 1;

/** `cobertura.json`: `{ versao: 1, ...Coverage }` as model.ts describes it, the same bytes for the same run. */
export function coverageJson(coverage: Coverage): string {
  return `${JSON.stringify({ versao: SHAPE, ...coverage }, null, 2)}\n`;
}

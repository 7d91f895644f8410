import { analyzeProject as analysisOf } from '../domain/training/project-analysis';
import type { Handler } from './handler';
import type { CallOf, ReplyOf } from './operations';
import { ok } from './replies';

function analyzeProject({ body }: CallOf<'analyzeProject'>): ReplyOf<'analyzeProject'> {
  return ok({ success: true, analysis: analysisOf(body) });
}

/** Journey 8: what a project needs. Public; it looks at nothing but the request. The wizard's deploy is with the instances. */
export const analysisHandlers: Record<string, Handler> = { analyzeProject };

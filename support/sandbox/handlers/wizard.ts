import { analyzeProject } from '../domain/project-analysis';
import type { ReplyOf, RequestOf } from '../domain/wire';
import type { Call, Handler, Reply, Values } from './handler';

/** Journey 8: what a project needs. Public; it looks at nothing but the request. The wizard's deploy is an instance's business. */
export const analysisHandlers: Record<string, Handler> = {
  analyzeProject: ({ body }: Call<Values, Values, RequestOf<'analyzeProject'>>): Reply<ReplyOf<'analyzeProject'>> => ({
    status: 200,
    body: { success: true, analysis: analyzeProject(body) },
  }),
};

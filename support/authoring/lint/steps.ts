import { loadVocabulary } from '../../shared/vocabulary/from-library';
import type { Finding } from '../finding';
import type { Draft } from './draft';
import { checkSteps } from './steps/check-steps';

/**
 * What only the suite's steps show of the features, read as they were meant, so that one slip of the text hides no step.
 * @param folder the project, whose step definitions are loaded
 * @param isWhole these are all its features, and a definition that none of them uses is a finding too
 */
export async function findingsOfSteps(drafts: readonly Draft[], folder: string, isWhole: boolean): Promise<Finding[]> {
  const vocabulary = await loadVocabulary(folder);
  const byPath = new Map(drafts.map((draft) => [draft.written.path, draft]));
  const found = checkSteps(
    drafts.map(({ meant }) => meant),
    vocabulary,
    isWhole,
  );
  return found.map((finding) => byPath.get(finding.file)?.asWritten(finding) ?? finding);
}

import { checkText } from '../lint/check-text';
import { showFinding } from '../lint/show';
import type { FeatureSource } from '../source/feature-source';

/**
 * What a feature has to have corrected before it runs, ready to be shown; null when there is nothing.
 * @param source the feature that was saved
 * @param others the other features: two must not bear one name
 */
export function showMistakes(source: FeatureSource, others: readonly FeatureSource[]): string | null {
  const findings = checkText([...others, source]).filter(({ file }) => file === source.path);
  if (findings.length === 0) return null;
  return findings.map((finding) => showFinding(finding, source.lines[finding.line - 1] ?? '')).join('\n\n');
}

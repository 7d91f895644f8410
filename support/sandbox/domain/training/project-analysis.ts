import { DomainError } from '../errors';
import type { ReplyOf, RequestOf } from '../wire';
import { readDockerfile } from './dockerfile';
import { type Framework, frameworkOfImage, frameworkOfPackage } from './frameworks';
import { packagesOfRequirements } from './requirements-file';
import { readNeed } from './task-need';

type Analysis = ReplyOf<'analyzeProject'>['analysis'];

/** The smallest GPU of the catalogue: what a project needs that names nothing which needs more. */
const SMALLEST_VRAM_GB = 8;

/** A framework, and where the project asks for it. */
interface Finding {
  readonly framework: Framework;
  readonly reason: string;
}

function findingsIn(files: Readonly<Record<string, string>>): Finding[] {
  const findings: Finding[] = [];
  const add = (framework: Framework | undefined, reason: string): void => {
    if (framework === undefined || findings.some((finding) => finding.framework === framework)) return;
    findings.push({ framework, reason: `${reason}: ${framework.work}, at least ${framework.vramGb} GB of VRAM` });
  };
  for (const name of packagesOfRequirements(files['requirements.txt'] ?? '')) {
    add(frameworkOfPackage(name), `requirements.txt asks for ${name}`);
  }
  const { images, packages } = readDockerfile(files.Dockerfile ?? '');
  for (const image of images) add(frameworkOfImage(image), `Dockerfile starts from ${image}`);
  for (const name of packages) add(frameworkOfPackage(name), `Dockerfile installs ${name}`);
  return findings;
}

/** Fine-tuning tools outweigh what they are built on; without a sign of training a project only runs its models. */
function taskOf(findings: readonly Finding[], described: Analysis['task'] | undefined): Analysis['task'] {
  if (described !== undefined) return described;
  return findings.some(({ framework }) => framework.purpose === 'training') ? 'training' : 'inference';
}

/**
 * What a project needs, read from its requirements.txt and Dockerfile (content by file name) and from what its owner says of it. 422 when there is
 * none of the three; other files are not looked at.
 */
export function analyzeProject({ files = {}, project_description }: RequestOf<'analyzeProject'>): Analysis {
  const description = project_description?.trim() ?? '';
  const read = ['requirements.txt', 'Dockerfile'].filter((name) => Object.hasOwn(files, name));
  if (read.length === 0 && description === '') {
    throw new DomainError(422, 'No requirements.txt or Dockerfile found, and no project_description given');
  }
  const findings = findingsIn(files);
  const need = description === '' ? undefined : readNeed(description);
  const told = need !== undefined && (need.kind !== 'unknown' || findings.length === 0) ? need : undefined;
  const reasons = findings.map(({ reason }) => reason);
  if (told !== undefined) reasons.push(`the description speaks of ${told.subject}: ${told.vramGb} GB of VRAM`);
  if (reasons.length === 0) reasons.push(`${read.join(' and ')}: no known framework, so the smallest GPU will do`);
  return {
    files: read,
    frameworks: findings.map(({ framework }) => framework.name),
    task: taskOf(findings, need && (need.purpose === 'inference' ? undefined : 'training')),
    min_vram_gb: Math.max(SMALLEST_VRAM_GB, told?.vramGb ?? 0, ...findings.map(({ framework }) => framework.vramGb)),
    reasons,
  };
}

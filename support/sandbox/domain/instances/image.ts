/** What an instance runs when nobody chose (the contract's default too). */
export const DEFAULT_IMAGE = 'pytorch/pytorch:2.1.0-cuda12.1-cudnn8-runtime';

/** What a container image brings to /workspace, by path: the same image always brings the same bytes. */
export function imageFiles(image: string): Map<string, Buffer> {
  const [repository, tag = 'latest'] = image.split(/:(?=[^/:]*$)/);
  const texts = {
    'README.md': `# ${image}\n\nKeep your work under /workspace: it is what sync and snapshots save.\n`,
    'onstart.sh': `#!/bin/sh\n# Runs when the instance starts (${repository}).\nset -eu\ncd /workspace\n`,
    '.dumont/image.json': `${JSON.stringify({ repository, tag }, null, 2)}\n`,
  };
  return new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]));
}

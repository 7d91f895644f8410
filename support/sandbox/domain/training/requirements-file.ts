const COMMENT = /(^|\s)#.*$/;
/** PEP 508: the name ends where extras, a version, a URL or a marker begin. */
const PACKAGE_NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?=$|[[<>=!~;@(,])/;

/** A package name as PyPI compares them: lower case, `-` for any run of `-`, `_` and `.`. */
const normalised = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

/** The package of one requirement (`torch==2.1.0`, `vllm[all]>=0.5; python_version > "3.9"`), or undefined for an option, a path or a URL. */
export function packageOf(requirement: string): string | undefined {
  const [, name] = PACKAGE_NAME.exec(requirement.trim()) ?? [];
  return name === undefined ? undefined : normalised(name);
}

/** The packages that a requirements.txt asks for, in its order, each once. Comments, options, continued lines and markers are understood. */
export function packagesOfRequirements(content: string): string[] {
  const lines = content
    .replace(/^\uFEFF/, '')
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/);
  const packages = lines.map((line) => packageOf(line.replace(COMMENT, '')));
  return [...new Set(packages.filter((name) => name !== undefined))];
}

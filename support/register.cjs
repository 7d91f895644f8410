'use strict';
// Lets Node load the project's .ts files: ts-node compiles them (types are checked by `npm run typecheck`, not here), and what it
// emitted is kept on disk under a key made of everything the output depends on. A warm start then loads neither ts-node nor typescript.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const root = path.dirname(__dirname);
const cacheFolder = path.join(root, 'node_modules', '.cache', 'dumont-journeys', 'ts');
const tsconfig = path.join(root, 'tsconfig.json');
const versionOf = (name) => JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

if (!require.extensions['.ts']?.dumont) {
  const salt = [process.version, versionOf('ts-node'), versionOf('typescript'), readFileSync(tsconfig, 'utf8')].join('\0');
  let compiler;

  const compile = (source, filename) => {
    // ts-node would run code from a folder of the temporary directory that anybody on the machine can make first.
    // biome-ignore lint/style/noProcessEnv: what reads variables cannot be loaded before it is compiled
    process.env.DISABLE_V8_COMPILE_CACHE = '1';
    compiler ??= require('ts-node').create({ cwd: root, project: tsconfig, transpileOnly: true });
    return placeless(compiler.compile(source, filename), filename);
  };

  /** The compiled text with a source map that names its source as the file beside it: it may be loaded from another copy of the project. */
  const placeless = (code, filename) =>
    code.replace(/(\/\/# sourceMappingURL=data:application\/json;[^,]*base64,)(\S+)/, (_, start, map) => {
      const moved = { ...JSON.parse(Buffer.from(map, 'base64')), file: '', sourceRoot: '', sources: [path.basename(filename)] };
      return start + Buffer.from(JSON.stringify(moved)).toString('base64');
    });

  /** The JavaScript of a TypeScript text that stands, or would stand, in that file. */
  const emit = (source, filename) => {
    const key = createHash('sha1')
      .update([salt, path.relative(root, filename), source].join('\0'))
      .digest('hex');
    const cached = path.join(cacheFolder, `${key}.js`);
    try {
      return readFileSync(cached, 'utf8');
    } catch {
      const code = compile(source, filename);
      try {
        mkdirSync(cacheFolder, { recursive: true });
        const draft = `${cached}.${process.pid}`; // written aside and renamed: several workers may compile the same file at once
        writeFileSync(draft, code);
        renameSync(draft, cached);
      } catch {
        // A read-only install still works, only slower.
      }
      return code;
    }
  };

  const load = (module, filename) => module._compile(emit(readFileSync(filename, 'utf8'), filename), filename);
  load.dumont = { emit };
  require.extensions['.ts'] = load;
  process.setSourceMapsEnabled(true);
}

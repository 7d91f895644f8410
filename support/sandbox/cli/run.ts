import { environment } from '../../shared/environment';
import { buildCli } from './bundle';

/**
 * `npm run dumont -- <args>`: the embedded CLI in this very process, so that its terminal, its exit code and its signals are the
 * user's own. npm moves to the project's root; the command belongs where the user stands.
 */
async function run(): Promise<void> {
  const { entry } = await buildCli();
  const { INIT_CWD: folder } = environment();
  if (folder) process.chdir(folder);
  require(entry);
}

run().catch((error: Error) => {
  console.error(`❌ The embedded CLI could not be built: ${error.message}`);
  process.exitCode = 1;
});

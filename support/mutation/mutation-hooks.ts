import { After, BeforeStep, type ITestStepHookParameter } from '@cucumber/cucumber';
import { removeStanzaIsolation } from '../suite/run/stanza-isolation';
import type { DumontWorld } from '../world';
import { currentCommand } from './current-command';

// Support code of the mutation's own runs, beside the suite's: it tells which command is running.

// Whether a scenario notices is decided by its first failure: what comes after it need not run.
removeStanzaIsolation();

BeforeStep(function (this: DumontWorld, { pickle, pickleStep }: ITestStepHookParameter) {
  currentCommand.enter(this, pickle, pickleStep);
  return currentCommand.endEarly && this.wasOpened && this.findings.leftContract ? 'skipped' : undefined;
});

After({ name: 'fechar o comando em curso' }, () => {
  currentCommand.leave();
});

import { After, BeforeStep, type ITestStepHookParameter } from '@cucumber/cucumber';
import type { DumontWorld } from '../world';
import { stage } from './stage';

// Support code of the mutation's own runs, beside the suite's: it tells which command is running.

BeforeStep(function (this: DumontWorld, { pickle, pickleStep }: ITestStepHookParameter) {
  stage.enter(this, pickle, pickleStep);
  return stage.endEarly && this.leftContract ? 'skipped' : undefined;
});

After({ name: 'sair de cena' }, () => {
  stage.leave();
});

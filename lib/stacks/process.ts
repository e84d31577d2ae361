import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { Workflow } from '../constructs/workflow.ts';
import type { Foundation } from '../foundation.ts';

export interface ProcessStackProps extends StackProps {
  readonly foundation: Foundation;
  readonly workflow: WorkflowDeclaration;
  /** Where several processes name one queue for their failed runs, the first of them makes it. */
  readonly queueFrom: ProcessStack | undefined;
}

/** One business process; a stack of its own, since all of them would outgrow what one stack can hold. */
export class ProcessStack extends Stack {
  constructor(scope: Construct, id: string, { foundation, workflow, queueFrom, ...props }: ProcessStackProps) {
    super(scope, id, props);
    new Workflow(this, 'Workflow', foundation, workflow, queueFrom !== undefined);
    if (queueFrom) this.addStackDependency(queueFrom, 'the queue of failed runs is made there');
  }
}

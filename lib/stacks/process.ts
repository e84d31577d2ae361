import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { Workflow } from '../constructs/workflow.ts';
import type { Foundation } from '../foundation.ts';

/** One business process; a stack of its own, since all of them would outgrow what one stack can hold. */
export class ProcessStack extends Stack {
  constructor(scope: Construct, id: string, { foundation, workflow, ...props }: StackProps & { readonly foundation: Foundation; readonly workflow: WorkflowDeclaration }) {
    super(scope, id, props);
    new Workflow(this, 'Workflow', foundation, workflow);
  }
}

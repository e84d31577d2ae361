import type { WorkflowDeclaration } from '../kit/workflow.ts';
import { accountActivation } from './account-activation/workflow.ts';
import { invitation } from './invitation/workflow.ts';
import { knownAddressNotice } from './known-address-notice/workflow.ts';
import { userRegistration } from './user-registration/workflow.ts';
import { verificationResend } from './verification-resend/workflow.ts';

/** The business processes. Adding one is a folder and a line here. */
export const workflows: readonly WorkflowDeclaration[] = [userRegistration, accountActivation, knownAddressNotice, verificationResend, invitation];

/** @throws for a type that nobody declared: a typing error must not run with somebody else's limits */
export function workflowOf(type: string): WorkflowDeclaration {
  const found = workflows.find((each) => each.type === type);
  if (!found) throw new Error(`no process of the type ${type} is declared`);
  return found;
}

export function workflowOn(eventName: string): WorkflowDeclaration {
  const found = workflows.find(({ startsOn }) => startsOn.name === eventName);
  if (!found) throw new Error(`no process starts on ${eventName}`);
  return found;
}

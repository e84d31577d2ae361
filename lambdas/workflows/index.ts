import { requiredSetting } from '../kit/settings.ts';
import type { WorkflowDeclaration } from '../kit/workflow.ts';
import { accountActivation } from './account-activation/workflow.ts';
import { onStage } from './environments.ts';
import { deletionNotice } from './deletion-notice/workflow.ts';
import { invitation } from './invitation/workflow.ts';
import { knownAddressNotice } from './known-address-notice/workflow.ts';
import { roleAssignment } from './role-assignment/workflow.ts';
import { roleRevocation } from './role-revocation/workflow.ts';
import { passwordChangedNotice } from './password-changed-notice/workflow.ts';
import { passwordReset } from './password-reset/workflow.ts';
import { userDeletion } from './user-deletion/workflow.ts';
import { userRegistration } from './user-registration/workflow.ts';
import { verificationReminder } from './verification-reminder/workflow.ts';
import { verificationResend } from './verification-resend/workflow.ts';

/** The business processes. Adding one is a folder and a line here. */
const declared = [userRegistration, accountActivation, knownAddressNotice, verificationResend, verificationReminder, passwordReset, passwordChangedNotice, invitation, roleAssignment, roleRevocation, deletionNotice, userDeletion] as const;
export type ProcessType = (typeof declared)[number]['type'];
/** As they are declared; what an environment has otherwise is not in here. */
export const workflows: readonly WorkflowDeclaration[] = declared;

/** As they are where this runs. */
export const workflowsHere = (): readonly WorkflowDeclaration[] => workflows.map((each) => onStage(each, requiredSetting('STAGE')));

/** @throws for a type that nobody declared: a typing error must not run with somebody else's limits */
export function workflowOf(type: string): WorkflowDeclaration {
  const found = workflowsHere().find((each) => each.type === type);
  if (!found) throw new Error(`no process of the type ${type} is declared`);
  return found;
}

export function workflowOn(eventName: string): WorkflowDeclaration {
  const found = workflowsHere().find(({ startsOn }) => startsOn.name === eventName);
  if (!found) throw new Error(`no process starts on ${eventName}`);
  return found;
}

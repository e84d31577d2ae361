import type { StoredKind } from '../data-inventory.ts';

const ACCOUNTABLE = 'accountability of the platform, GDPR 5(2)';
const LAW = 'proof of erasure, GDPR 5(2) and 17';

const kind = (name: string, pk: string, sk: string, about: Omit<StoredKind, 'table' | 'name' | 'pk' | 'sk'>): StoredKind => ({ table: 'ledger', name, pk, sk, ...about });
const ofRun = (name: string, sk: string, technical: readonly string[]): StoredKind =>
  kind(name, 'RUN#{runId}', sk, { basis: ACCOUNTABLE, retention: 'while the ledger is kept', erasure: 'stays, by a random id', attributes: { technical } });

const WORK = [
  'step', 'status', 'attempt', 'attempts', 'startedAt', 'finishedAt', 'error', 'verdict', 'void', 'checkpoint', 'reopened', 'rounds', 'waitsFor', 'waitsSince', 'skippedBecause', 'skippedBy', 'noted', 'began#*', 'failed#*',
];

const deletion = (name: string, sk: string, erasure: StoredKind['erasure'], attributes: StoredKind['attributes']): StoredKind =>
  kind(name, 'TENANT#{tenantId}#DELETION#{requestId}', sk, { basis: LAW, retention: 'ten years after the deletion has ended; the seal until it ends', erasure, attributes });

/** Runs and what is known of them: ids, times and numbers. */
export const ledgerKinds: readonly StoredKind[] = [
  ofRun('run', 'RUN', [
    'runId', 'type', 'tenantId', 'subject', 'status', 'attempt', 'version', 'versionBase', 'eventId', 'eventAggregate', 'eventVersion', 'correlationId', 'depth', 'data', 'input', 'config', 'configVersion',
    'executionArn', 'compensation', 'compensationArn', 'closed', 'failedStep', 'errorClass', 'reason', 'noted', 'stoppedBy', 'waitsFor', 'startedAt', 'finishedAt', 'completedIn', 'deadlineAt', 'dueAt', 'watchShard',
    'tenantRuns', 'startedOrder', 'changedAt', 'stateRuns', 'stateOrder', 'tally', 'progressAt',
  ]),
  ofRun('step of a run', 'STEP#*', WORK),
  ofRun('undo of a run', 'UNDO#*', WORK),
  ofRun('mail of a run', 'MAIL#*', ['step', 'recipient', 'status', 'sends', 'to']),
  kind('run of a person', 'TENANT#{tenantId}#SUBJECT#{userId}', 'RUN#*', { basis: ACCOUNTABLE, retention: 'while the ledger is kept', erasure: 'stays, by a random id', attributes: { technical: ['runId', 'type'] } }),
  ...['CONFIG#{type}', 'TENANT#{tenantId}#CONFIG#{type}'].flatMap((layer) => ['CONFIG', 'V#{version}'].map((sk) => kind('configuration', layer, sk, {
    basis: ACCOUNTABLE, retention: 'while there is the process', erasure: 'stays, by a random id', attributes: { technical: ['set', 'values', 'version', 'changes', 'changedAt', 'changedBy', 'before', 'after', 'reason'] },
  }))),
  kind('dead letter', 'TENANT#{tenantId}#DEADLETTERS', '*', {
    basis: ACCOUNTABLE, retention: 'ninety days after it is settled', erasure: 'stays, by a random id',
    attributes: {
      technical: ['id', 'kind', 'status', 'tenantId', 'type', 'runId', 'eventId', 'event', 'step', 'source', 'errorClass', 'since', 'queue', 'messageId', 'resolution', 'resolvedAt', 'resolvedBy', 'noted', 'dueAt', 'watchShard', 'tenantRuns', 'startedOrder', 'expiresAt'],
    },
  }),
  kind('bulk retry', 'TENANT#{tenantId}#BATCH#{batchId}', 'BATCH', {
    basis: ACCOUNTABLE, retention: 'thirty days', erasure: 'stays, by a random id',
    attributes: { technical: ['batchId', 'tenantId', 'status', 'type', 'only', 'errorClass', 'count', 'perMinute', 'reason', 'startedAt', 'startedBy', 'finishedAt', 'stoppedBy', 'stopReason', 'dueAt', 'watchShard', 'expiresAt'] },
  }),
  kind('run of a bulk retry', 'TENANT#{tenantId}#BATCH#{batchId}', 'ITEM#{position}', {
    basis: ACCOUNTABLE, retention: 'thirty days', erasure: 'stays, by a random id',
    attributes: { technical: ['runId', 'type', 'version', 'status', 'position', 'obstacle', 'errorClass', 'takenAt', 'settledAt', 'expiresAt'] },
  }),
  kind('statistics of runs', 'TENANT#{tenantId}#RUNSTATISTICS#{shard}', '*', {
    basis: ACCOUNTABLE, retention: 'by the hour for eight days, in all for good', erasure: 'nothing of a person',
    attributes: { technical: ['total', 'changes', 'completions', 'completionTime', 'status:*', 'task:*', 'bucket:*', 'expiresAt'] },
  }),
  kind('probe of a revocation', 'TENANT#{tenantId}#PROBES', 'REVOCATION', {
    basis: ACCOUNTABLE, retention: 'until the next one', erasure: 'nothing of a person', attributes: { technical: ['p50', 'p99', 'revocations', 'allowedAfterwards', 'measuredAt'] },
  }),
  kind('pulse of the reconciler', 'TENANT#{tenantId}#PULSE', 'RECONCILER', {
    basis: ACCOUNTABLE, retention: 'until the next one', erasure: 'nothing of a person', attributes: { technical: ['at', 'looked', 'repaired', 'lagSeconds'] },
  }),
  kind('round of the search for residue', 'RESIDUE', 'ROUND', {
    basis: LAW, retention: 'until the next one', erasure: 'stays, by a random id', attributes: { technical: ['version', 'startedAt', 'finishedAt', 'table', 'cursors', 'looked', 'found'] },
  }),
  kind('legal hold', 'TENANT#{tenantId}#HOLD#{userId}', 'HOLD', {
    basis: 'legal claims, GDPR 17(3)(e)', retention: 'until it is released, or ninety days after its end', erasure: 'stays, by a random id',
    attributes: { technical: ['holdId', 'categories', 'until', 'basis', 'placedBy', 'placedAt', 'expiresAt'] },
  }),
  deletion('deletion request', 'DELETION', 'stays, by a random id', {
    technical: [
      'requestId', 'tenantId', 'userId', 'status', 'statusBefore', 'version', 'profile', 'reasonCode', 'requestedAt', 'requestedBy', 'graceEndsAt', 'remindAt', 'startedAt', 'endedAt', 'dueAt', 'finishBy', 'failedPhase',
      'heldUntil', 'heldCategories', 'resumedAt', 'retention', 'searchedAt', 'residueFound', 'remindedAt', 'dueRemindedAt', 'extendedAt', 'extensionReason', 'cancelHash', 'receiptHash', 'sealGoneAt', 'watchShard', 'tenantRuns', 'startedOrder', 'expiresAt',
    ],
  }),
  deletion('phase of a deletion', 'PHASE#*', 'stays, by a random id', { technical: ['phase', 'status', 'startedAt', 'finishedAt', 'places', 'count#*', 'expiresAt'] }),
  deletion('plan of a deletion', 'PLAN', 'stays, by a random id', { technical: ['lines', 'plannedAt', 'leftOut', 'invitationId', 'backupsExpireAt', 'expiresAt'] }),
  deletion('certificate', 'CERTIFICATE', 'stays, by a random id', { technical: ['requestId', 'issuedAt', 'phases', 'certificate', 'signature', 'expiresAt'] }),
  deletion('sealed contact of a deletion', 'SEAL', 'destroyed', { contact: ['sealed'], technical: ['watchShard', 'dueAt'] }),
  deletion('recipient that was told', 'RECIPIENT#*', 'stays, by a random id', { technical: ['name', 'hash', 'toldAt', 'notReachedAt', 'acknowledgedAt', 'toldBy', 'reason', 'expiresAt'] }),
];

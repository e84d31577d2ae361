import { auditRemains } from '../audit-remains.ts';
import type { StoredKind } from '../data-inventory.ts';

const PROOF = 'proof of erasure, GDPR 5(2) and 17';
const ACCOUNTABLE = 'accountability, GDPR 5(2); network logs, Cybersecurity Law of the PRC';

/** What happened, who did what, and the keys that everything personal is sealed under. */
export const otherKinds: readonly StoredKind[] = [
  {
    table: 'events', name: 'event', pk: 'TENANT#{tenantId}#AGGREGATE#{userId}', sk: 'V#{version}', basis: ACCOUNTABLE, retention: '400 days', erasure: 'stays, by a random id',
    attributes: {
      technical: [
        'eventId', 'type', 'tenantId', 'aggregateId', 'aggregateVersion', 'schemaVersion', 'correlationId', 'causationId', 'depth', 'occurredAt', 'data', 'publishedAt', 'pendingShard', 'unclaimedShard', 'claimed', 'givenUp',
        'poison', 'poisonedAt', 'expiresAt',
      ],
    },
  },
  {
    // Nothing writes one; whatever lies there all the same is set aside as unreadable, and a person looks at it.
    table: 'events', name: 'event that names no tenant', pk: '*', sk: 'V#{version}', basis: ACCOUNTABLE, retention: '400 days', erasure: 'nothing of a person', attributes: { technical: ['*'] },
  },
  {
    table: 'audit', name: 'audit entry', pk: 'TENANT#{tenantId}#SUBJECT#{userId}', sk: '*', basis: ACCOUNTABLE, retention: 'while there is the account, then three years without the person', erasure: 'minimised',
    counted: 'auditEntries', sealed: ['evidence', 'reason', 'before', 'after'],
    remains: auditRemains,
    attributes: {
      audit: ['tenantId', 'subject', 'occurredAt', 'action', 'actor', 'correlationId', 'runId', 'outcomes', 'minimised', 'expiresAt'], security: ['evidence'], identity: ['reason', 'before', 'after'],
    },
  },
  { table: 'keys', name: 'key of a person', pk: 'TENANT#{tenantId}#USER#{userId}', sk: 'PERSON_KEY', basis: 'sealing what is personal, GDPR 32', retention: 'while there is the account', erasure: 'destroyed', attributes: { security: ['wrapped', 'expiresAt'] } },
  { table: 'keys', name: 'key of a seal', pk: 'TENANT#{tenantId}#DELETION#{requestId}', sk: 'SEAL_KEY', basis: 'the last mail of a deletion', retention: 'until the deletion has ended', erasure: 'destroyed', attributes: { security: ['wrapped'] } },
  { table: 'keys', name: 'key of a tenant', pk: 'TENANT#{tenantId}', sk: 'TENANT_KEY', basis: 'sealing what is personal, GDPR 32', retention: 'while there is the tenant', erasure: 'nothing of a person', attributes: { security: ['wrapped'] } },
  {
    table: 'erasures', name: 'erasure', pk: 'ERASURES#{month}#{shard}', sk: '*', basis: PROOF, retention: 'as long as there can be backups of the other tables, and the proof is owed', erasure: 'stays, by a random id',
    attributes: { technical: ['tenantId', 'userId', 'requestId', 'begunAt', 'completedAt', 'phases', 'replayedAt', 'replays'], audit: ['held'] },
  },
  {
    table: 'erasures', name: 'certificate of an erasure', pk: 'TENANT#{tenantId}#CERTIFICATES', sk: 'CERTIFICATE#{requestId}', basis: PROOF, retention: 'while there is the tenant: each names the one before it', erasure: 'nothing of a person',
    attributes: { audit: ['certificate', 'algorithm', 'signature', 'publicKey', 'keyFingerprint'] },
  },
  {
    table: 'erasures', name: 'supplementary certificate of an erasure', pk: 'TENANT#{tenantId}#CERTIFICATES', sk: 'CERTIFICATE#{requestId}#*', basis: PROOF, retention: 'while there is the tenant: each names the one before it', erasure: 'nothing of a person',
    attributes: { audit: ['certificate', 'algorithm', 'signature', 'publicKey', 'keyFingerprint'] },
  },
  { table: 'erasures', name: 'head of the certificates', pk: 'TENANT#{tenantId}#CERTIFICATES', sk: 'HEAD', basis: PROOF, retention: 'while there is the tenant', erasure: 'nothing of a person', attributes: { technical: ['number', 'hash', 'requestId'] } },
];

import type { StoredKind } from '../data-inventory.ts';

const ACCOUNTABLE = 'accountability, GDPR 5(2); network logs, Cybersecurity Law of the PRC';

/** What happened, who did what, and the keys that everything personal is sealed under. */
export const otherKinds: readonly StoredKind[] = [
  {
    table: 'events', name: 'event', pk: /^TENANT#[^#]+#AGGREGATE#/, sk: /^V#/, basis: ACCOUNTABLE, retention: '400 days', erasure: 'stays, by a random id',
    attributes: {
      technical: [
        'eventId', 'type', 'tenantId', 'aggregateId', 'aggregateVersion', 'schemaVersion', 'correlationId', 'causationId', 'depth', 'occurredAt', 'data', 'publishedAt', 'pendingShard', 'unclaimedShard', 'claimed', 'givenUp',
        'poison', 'poisonedAt', 'expiresAt',
      ],
    },
  },
  {
    table: 'audit', name: 'audit entry', pk: /^TENANT#[^#]+#SUBJECT#/, sk: /./, basis: ACCOUNTABLE, retention: 'while there is the account, then three years without the person', erasure: 'minimised',
    attributes: {
      audit: ['tenantId', 'subject', 'occurredAt', 'action', 'actor', 'correlationId', 'runId', 'outcomes', 'minimised', 'expiresAt'], security: ['evidence'], identity: ['reason', 'before', 'after'],
    },
  },
  { table: 'keys', name: 'key of a person', pk: /^TENANT#[^#]+#USER#[^#]+$/, sk: /^PERSON_KEY$/, basis: 'sealing what is personal, GDPR 32', retention: 'while there is the account', erasure: 'destroyed', attributes: { security: ['wrapped', 'expiresAt'] } },
  { table: 'keys', name: 'key of a seal', pk: /^TENANT#[^#]+#DELETION#[^#]+$/, sk: /^SEAL_KEY$/, basis: 'the last mail of a deletion', retention: 'until the deletion has ended', erasure: 'destroyed', attributes: { security: ['wrapped'] } },
  { table: 'keys', name: 'key of a tenant', pk: /^TENANT#[^#]+$/, sk: /^TENANT_KEY$/, basis: 'sealing what is personal, GDPR 32', retention: 'while there is the tenant', erasure: 'nothing of a person', attributes: { security: ['wrapped'] } },
];

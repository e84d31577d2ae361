import { audited } from '../../adapters/audit.ts';
import { appended } from '../../adapters/event-store.ts';
import { versionTaken, type Subject, type User } from '../../adapters/identity.ts';
import type { Write } from '../../adapters/store.ts';
import { userRegistrationRepeated } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import type { UserStatus } from '../../domain/user.ts';

/** However often somebody types an address, its owner's mailbox is not flooded. */
const TOLD_EVERY_MS = 3_600_000;
const tellable: readonly UserStatus[] = ['pending_verification', 'active'];

/** The owner of an address with which somebody registered again is told by a process of its own, which this starts. */
export function ownerToBeTold(owner: Subject, user: User | undefined, requestId: string, now: Date): readonly Write[] {
  if (!user || !tellable.includes(user.status) || toldLately(user, now)) return [];
  const aggregate = { tenantId: owner.tenantId, aggregateId: owner.userId, aggregateVersion: user.version + 1 };
  return [
    versionTaken(owner, user, { addressNoticeAt: now.toISOString() }),
    appended(occurrence(userRegistrationRepeated, aggregate, causedByRequest(requestId), { userId: owner.userId }, now)),
    audited(owner, { action: 'registration.repeated', actor: 'system', correlationId: requestId, now }),
  ];
}

const toldLately = ({ addressNoticeAt }: User, now: Date): boolean =>
  addressNoticeAt !== undefined && now.getTime() - Date.parse(addressNoticeAt) < TOLD_EVERY_MS;

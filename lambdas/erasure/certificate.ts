import { certificateAppended, readCertificates, readChainHead, type ChainHead } from '../adapters/certificates.ts';
import type { readPlan } from '../adapters/deletion-progress.ts';
import type { Signer } from '../adapters/signer.ts';
import type { Store, Write } from '../adapters/store.ts';
import { readRecipients } from '../adapters/told-recipients.ts';
import type { DeletionRequest, PhaseProgress } from '../domain/deletion-request.ts';
import {
  keyFingerprint, publicKeyOf, SIGNATURE_ALGORITHM, signedTextOf, type ErasureCertificate, type SignedCertificate,
} from '../domain/erasure-certificate.ts';
import { whyKept, type KeptBack } from '../domain/kept-back.ts';
import { AUDIT_KEPT_DAYS } from './audit-remains.ts';

const A_DAY_MS = 86_400_000;
/** The table of keys can be recovered that long, on every stage. */
const KEYS_RECOVERABLE_DAYS = 1;

type Plan = Awaited<ReturnType<typeof readPlan>>;
/** What of a deletion is known when its last phase ends. */
export interface Ended { readonly request: DeletionRequest; readonly phases: readonly PhaseProgress[]; readonly plan: Plan; readonly kept: KeptBack }
export interface Evidence extends Ended {
  readonly recipients: Awaited<ReturnType<typeof readRecipients>>;
  readonly now: Date;
}
/** Where it stands in the chain of its tenant, and to which one it adds. */
export interface Links { readonly head: ChainHead | undefined; readonly supplements: number | undefined }

/**
 * Says what was done, signed, and behind the last one of the tenant. The writes belong into the transaction that completes the request;
 * whoever finds another certificate there meanwhile says it anew.
 */
export async function certificateIssued({ store, signer }: { readonly store: Store; readonly signer: Signer }, ended: Ended, now: Date): Promise<readonly Write[]> {
  const { request } = ended;
  const [recipients, head, earlier] = await Promise.all([readRecipients(store, request), readChainHead(store, request.tenantId), request.resumedAt === undefined ? [] : readCertificates(store, request)]);
  return certificateAppended(await signed(signer, certificateOf({ ...ended, recipients, now }, { head, supplements: earlier[0]?.certificate.number })), head);
}

async function signed(signer: Signer, certificate: ErasureCertificate): Promise<SignedCertificate> {
  const [signature, publicKey] = await Promise.all([signer.sign(signedTextOf(certificate)), signer.publicKey()]);
  const key = publicKeyOf(publicKey);
  if (!key) throw new Error('certificates are signed on the curve P-256');
  return { certificate, algorithm: SIGNATURE_ALGORITHM, signature, publicKey, keyFingerprint: keyFingerprint(key) };
}

export function certificateOf(evidence: Evidence, { head, supplements }: Links): ErasureCertificate {
  const { request, phases } = evidence;
  const { tenantId, requestId, profile, requestedAt, startedAt, finishBy } = request;
  return {
    format: 'erasure-certificate/1', tenantId, requestId, profile, requestedAt, ...(startedAt !== undefined && { startedAt }), dueAt: finishBy, issuedAt: evidence.now.toISOString(),
    phases: phases.filter(({ status }) => status !== 'PENDING').map(({ name, startedAt: begun, finishedAt, counts }) =>
      ({ name, ...(begun !== undefined && { startedAt: begun }), ...(finishedAt !== undefined && { finishedAt }), counts: { ...counts } })),
    stores: linesOf(evidence).map(({ table, name, category, way, count, held }) => ({ store: table, kind: name, category, way, count, held })),
    verified: verifiedIn(phases), expires: expiring(evidence), outsideOurControl: outside(evidence), retained: retainedOf(evidence),
    holds: holdsIn(evidence), ...(supplements !== undefined && { supplements }),
    number: (head?.number ?? 0) + 1, previous: head?.hash ?? null,
  };
}

/** Periods that run stand with what they keep. */
function holdsIn({ plan, kept: { hold }, now }: Evidence): ErasureCertificate['holds'] {
  const categories = (plan?.leftOut ?? []).filter((category) => whyKept({ hold, retention: [] }, category, now) !== undefined);
  return categories.length === 0 ? [] : [{ categories, ...(hold?.until !== undefined && { until: hold.until }) }];
}

type Line = NonNullable<Plan>['lines'][number];
/**
 * The plan says how, the phases say how many: when it was made, sessions and keys were gone already. What is held is where the plan saw
 * it. What came after it was planned, or was found again, counts where it was erased.
 */
function linesOf({ plan, phases }: Evidence): readonly Line[] {
  const erased = (name: string): number => phases.reduce((sum, { counts }) => sum + (counts[name] ?? 0), 0) - (phaseOf(phases, 'assessment')?.counts[name] ?? 0);
  return (plan?.lines ?? []).map((line) => ({ ...line, held: isLeftOut(plan, line) })).map((line) => ({ ...line, count: line.held ? line.count : erased(line.name) }));
}
/** By the word of whoever has verified: a hold that ended on the way was one when it was planned. */
const isLeftOut = (plan: Plan, { category }: Pick<Line, 'category'>): boolean => plan?.leftOut.includes(category) === true;
const phaseOf = (phases: readonly PhaseProgress[], name: PhaseProgress['name']): PhaseProgress | undefined => phases.find((each) => each.name === name);
const later = (at: string, days: number): string => new Date(Date.parse(at) + days * A_DAY_MS).toISOString();

/** Only what somebody who did not erase has looked at. */
function verifiedIn(phases: readonly PhaseProgress[]): ErasureCertificate['verified'] {
  const { finishedAt, counts = {} } = phaseOf(phases, 'verification') ?? {};
  const residue = counts['residue'];
  return finishedAt === undefined || residue === undefined ? []
    : ['nothing_where_a_person_has_anything', ...(counts['byValue'] ? ['no_value_of_the_person_in_what_is_left'] : [])].map((what) => ({ what, residue, at: finishedAt }));
}

function expiring({ plan, phases }: Evidence): ErasureCertificate['expires'] {
  const destroyed = phaseOf(phases, 'backups');
  return [
    ...(plan?.backupsExpireAt === undefined ? [] : [{ what: 'backups_of_the_tables', on: plan.backupsExpireAt }]),
    ...(destroyed?.finishedAt === undefined || !destroyed.counts['keysDestroyed'] ? [] : [{ what: 'backups_of_the_key', on: later(destroyed.finishedAt, KEYS_RECOVERABLE_DAYS) }]),
  ];
}

/** Whoever could not be told is listed without a date. */
const outside = ({ recipients }: Evidence): ErasureCertificate['outsideOurControl'] => [
  { what: 'mails_that_were_delivered' },
  ...recipients.map(({ name, toldAt, acknowledgedAt }) => ({ what: `recipient: ${name}`, ...(toldAt !== undefined && { told: toldAt }), ...(acknowledgedAt !== undefined && { acknowledged: acknowledgedAt }) })),
];

function retainedOf(evidence: Evidence): ErasureCertificate['retained'] {
  const { phases, kept, now } = evidence;
  const minimised = phaseOf(phases, 'audit')?.finishedAt;
  return linesOf(evidence).filter(({ count, way, held }) => count > 0 && (held || way !== 'delete')).map(({ name, category, count, way, held }) => {
    const why = held ? whyKept(kept, category, now) ?? { reason: 'legal_hold' } : undefined;
    const until = held ? why?.until : way === 'minimise' && minimised !== undefined ? later(minimised, AUDIT_KEPT_DAYS) : undefined;
    return { what: name, count, reason: why?.reason ?? (way === 'minimise' ? 'accountability_without_identity' : 'business_record_of_nobody'), ...(until !== undefined && { until }) };
  });
}

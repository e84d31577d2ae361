import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readAdministrators, readUser, type Subject, type User } from '../../lambdas/adapters/identity.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import { MOST_IN_A_BATCH, type Store } from '../../lambdas/adapters/store.ts';
import { readTenantStatistics } from '../../lambdas/adapters/tenant-statistics.ts';
import type { Vault } from '../../lambdas/adapters/vault.ts';
import { register, verifyEmail } from '../../lambdas/api/auth/routes.ts';
import type { Route } from '../../lambdas/kit/route.ts';
import type { Pass } from '../../lambdas/operations/reconciler.ts';
import { Injections, type Fault } from './injections.ts';
import type { LocalAwsStage } from './local-aws-stage.ts';
import { LocalTime } from './local-aws-time.ts';
import { invokeOperation, reconcile, sweep, tellEnded } from './local-aws-operations.ts';
import { leftIn, type SeenExecution } from './local-aws-rest.ts';
import { ofTenant } from './local-aws-tenants.ts';
import { call } from './local-aws-platform.ts';
import type { BusEvent } from './memory-bus.ts';
import { MemoryTables } from './memory-store.ts';
import type { DeadLetter } from './memory-queues.ts';
import type { Execution } from './step-functions.ts';
import { tableNames } from './tables.ts';
import type { Told } from './told.ts';
import { someone, type HttpAnswer, type HttpCall } from './world.ts';

export type ReceivedMail = Told['mailbox']['sent'][number];

/** One tenant of a local AWS, as a world of its own: what it has in the tables, the queues and the mailbox, and the calls of its machines' states. */
export class LocalWorld implements Told {
  readonly tenantId: string;
  readonly mailDomain: string;
  readonly store: Store;
  readonly vault: Vault;
  readonly time: LocalTime;
  readonly faults: Injections;
  readonly log = undefined;
  readonly undelivered: readonly unknown[] = [];
  readonly executions: SeenExecution[] = [];
  /** Nothing of it is called before somebody says so. */
  readonly begun = Promise.withResolvers<void>();
  readonly #stage: LocalAwsStage;
  #tables = new MemoryTables();
  #mails: readonly ReceivedMail[] = [];
  #letters: readonly DeadLetter[] = [];

  constructor(stage: LocalAwsStage, tenantId: string) {
    this.#stage = stage;
    this.tenantId = tenantId;
    this.mailDomain = `${tenantId}.example.com`;
    ({ store: this.store, vault: this.vault } = stage.platform);
    this.time = new LocalTime(this);
    this.faults = new Injections(this.time);
  }

  get tables(): MemoryTables {
    return this.#tables;
  }

  get mailbox(): { readonly sent: readonly ReceivedMail[] } {
    return { sent: this.#mails };
  }

  /** What the bus has acknowledged. */
  get bus(): { readonly events: readonly BusEvent[] } {
    return { events: this.tables.items('events').filter(({ publishedAt }) => publishedAt).map(({ type, ...detail }) => ({ type, detail }) as unknown as BusEvent) };
  }

  get machines(): Told['machines'] {
    return { executions: this.executions, deadLetters: this.#letters, silenced: [], end: (arn) => this.#stage.stopExecution(arn) };
  }

  async call({ method, path, idempotent }: Route, { body, params = {}, token, language = 'en' }: HttpCall = {}): Promise<HttpAnswer> {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const { status, body: answered } = await call<Record<string, unknown> | undefined>(this.#stage.platform, method, filled, {
      body, ...(token !== undefined && { token }), headers: { 'accept-language': language, ...(idempotent && { 'idempotency-key': randomUUID() }) },
    });
    return { status, body: answered ?? {} };
  }

  /** Until nothing moves any more, and everything is known that has come of it. */
  async settle(): Promise<void> {
    this.begun.resolve();
    const until = Date.now() + LONGEST_UNREST_MS;
    for (let quiet = 0; quiet < QUIET_LOOKS;) {
      await sleep(BETWEEN_LOOKS_MS);
      const moving = this.#atWork().length > 0 ? this.#atWork() : await this.#left();
      quiet = moving.length === 0 ? quiet + 1 : 0;
      if (Date.now() > until) throw new Error(`no rest within ${LONGEST_UNREST_MS / 1_000} s: ${moving.join(', ')}`);
    }
  }

  async sweep(): Promise<unknown> {
    await this.time.pass(61_000);
    const answer = await sweep(this.#stage.platform);
    await this.settle();
    return answer;
  }

  async reconcile(): Promise<Pass> {
    await this.time.pass(60_000);
    const pass = await reconcile(this.#stage.platform);
    await this.settle();
    return pass;
  }

  async tellEnded({ arn }: Pick<Execution, 'arn'>): Promise<unknown> {
    const answer = await tellEnded(this.#stage.platform, arn);
    await this.settle();
    return answer;
  }

  beginDueDeletions(): Promise<unknown> {
    return invokeOperation(this.#stage.platform.endpoint, 'DeletionsDue', {});
  }

  inject(state: string, fault: Fault, times: number | 'always' = 1): void {
    this.faults.into(state, fault, times);
  }

  async register(): Promise<Subject> {
    const { status, body } = await this.call(register, { body: { ...someone, tenantId: this.tenantId, email: `${ANNA}@${this.mailDomain}` } });
    if (status !== 202) throw new Error(`register answered ${status}: ${JSON.stringify(body)}`);
    return { tenantId: this.tenantId, userId: String(body['userId']) };
  }

  verify(token: string): Promise<HttpAnswer> {
    return this.call(verifyEmail, { body: { token } });
  }

  async administratorSession(tenantId = this.tenantId, not?: Subject): Promise<string> {
    const admin = (await readAdministrators(this.store, tenantId)).find(({ userId }) => userId !== not?.userId);
    if (!admin) throw new Error('the tenant has no administrator');
    const { token, write } = newSession(admin, new Date());
    await this.store.transact([write]);
    return token;
  }

  tokenOf(): string {
    const mail = this.#mails.find((each) => each.to.startsWith(ANNA) && each.mail.subject.toLowerCase().includes('verify'));
    const token = /token=([\w-]+)/.exec(mail?.mail.text ?? '')?.[1];
    if (!token) throw new Error('no verification mail has arrived');
    return token;
  }

  async user(subject: Subject): Promise<User> {
    const user = await readUser(this.store, subject);
    if (!user) throw new Error('there is no such user');
    return user;
  }

  registrationsCounted(): Promise<{ registrations: number }> {
    return readTenantStatistics(this.store, this.tenantId);
  }

  stop(): void {
    this.begun.resolve();
  }

  /** Its items are gone, so that whoever reads everything reads less. What is known of somebody who was erased stays. */
  async forget(): Promise<void> {
    await this.#look();
    if (this.tables.items('erasures').length > 0) return;
    for (const table of tableNames) {
      const keys = this.tables.items(table).map(({ pk, sk }) => ({ delete: { pk, sk } }));
      for (let from = 0; from < keys.length; from += MOST_IN_A_BATCH) await this.store.batch(table, keys.slice(from, from + MOST_IN_A_BATCH));
    }
  }

  #atWork(): readonly string[] {
    return this.executions.filter(({ status }) => status === 'RUNNING').map(({ type }) => `an execution of ${type} is at work`);
  }

  async #left(): Promise<readonly string[]> {
    await this.#look();
    return [...this.#atWork(), ...leftIn(this.tables, this.executions)];
  }

  async #look(): Promise<void> {
    const [everything, mails, letters] = await Promise.all([this.#stage.contents.read(), this.#stage.mailsOf(this), this.#stage.deadLettersOf(this.tenantId)]);
    this.#tables = new MemoryTables();
    this.#tables.restore(ofTenant(everything, this.tenantId));
    [this.#mails, this.#letters] = [mails, letters];
  }
}

const ANNA = 'anna.berg';
const BETWEEN_LOOKS_MS = 400;
const QUIET_LOOKS = 3;
const LONGEST_UNREST_MS = 300_000;

import './environment.ts';
import { randomUUID } from 'node:crypto';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { authorizationKey, authorized, readAdministrators, readUser, type Subject, type User } from '../../lambdas/adapters/identity.ts';
import { readRun, readSteps, readUndos, type RunRecord, type StepRecord } from '../../lambdas/adapters/run-ledger.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import type { Store } from '../../lambdas/adapters/store.ts';
import { readTenantStatistics } from '../../lambdas/adapters/tenant-statistics.ts';
import { vault, type Vault } from '../../lambdas/adapters/vault.ts';
import { configChanged } from '../../lambdas/domain/events/catalogue.ts';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import type { Permission } from '../../lambdas/domain/role.ts';
import { runIdOf } from '../../lambdas/domain/run.ts';
import { undeclaredIn } from '../../lambdas/erasure/data-inventory.ts';
import type { Pass } from '../../lambdas/operations/reconciler.ts';
import { deletionsDueTouches, executionEndedTouches, pipelineTouches, reconcilerTouches, relayTouches, sweeperTouches } from '../../lambdas/kit/engine-touches.ts';
import { problemsOf } from '../../lambdas/kit/route-problems.ts';
import type { Route } from '../../lambdas/kit/route.ts';
import { together } from '../../lambdas/kit/touches.ts';
import type { WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { createTenant, type NewTenant } from '../../lambdas/accounts/create-tenant.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { register, verifyEmail } from '../../lambdas/api/auth/routes.ts';
import { operationEntry, routeEntry } from '../../lib/entry-points.ts';
import { ListeningLog } from './listening-log.ts';
import { FunctionHost, type DeployedFunction } from './function-host.ts';
import { Injections, type Fault } from './injections.ts';
import { MemoryBus, type BusEvent } from './memory-bus.ts';
import { memoryKeyWrapper } from './memory-key-wrapper.ts';
import { MemoryMailbox, type SentMail } from './memory-mailbox.ts';
import { MemoryTables, type Snapshot } from './memory-store.ts';
import { StepFunctions, type Execution } from './step-functions.ts';
import { VirtualTime } from './virtual-time.ts';

export const TENANT = 'demo';
const BEGIN = new Date('2026-03-02T08:00:00.000Z');
const BATCH = 100;
/** How often a stream hands over a batch before it sends it to the failed ones. */
const STREAM_TRIES = 3;

export const administrator = { email: 'admin@processes.example', password: 'correct horse battery', firstName: 'Ada', lastName: 'Admin', language: 'en' } as const;
export interface Person { readonly email: string; readonly password: string; readonly firstName: string; readonly lastName: string }
export const someone: Person = { email: 'anna.berg@example.com', password: 'a long enough passphrase', firstName: 'Anna', lastName: 'Berg' };

const relay: DeployedFunction = { entry: operationEntry('relay'), touches: relayTouches };
const sweeper: DeployedFunction = { entry: operationEntry('sweeper'), touches: sweeperTouches };
const reconciler: DeployedFunction = { entry: operationEntry('reconciler'), touches: reconcilerTouches };
const deletionsDue: DeployedFunction = { entry: operationEntry('deletions-due'), touches: deletionsDueTouches };
const executionEnded: DeployedFunction = { entry: operationEntry('execution-ended'), touches: executionEndedTouches };

const ofOperations = { machine: 'operations' } as const;

export interface HttpAnswer { readonly status: number; readonly body: Readonly<Record<string, unknown>> }
export interface RawAnswer { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly text: string; readonly cookies?: readonly string[] }
export interface HttpCall {
  readonly body?: unknown;
  /** The very text of the body, where it is no JSON of ours. */
  readonly text?: string;
  readonly params?: Record<string, string>; readonly query?: Record<string, string>; readonly token?: string; readonly apiKey?: string; readonly language?: string;
  /** As a browser sends them: `name=value`. */
  readonly cookies?: readonly string[];
  /** From where, as the gateway sees it; and where the page came from that sends it. */
  readonly sourceIp?: string; readonly pageOrigin?: string;
  /** The idempotency key: like a careful client a new one for every call, where the route takes any; null for none. */
  readonly key?: string | null;
}

/**
 * The whole platform in one process: the real handlers in the compiled machines, fed by the stream of the event table through
 * relay, bus and rules, on twins of everything that AWS provides, in virtual time.
 */
export class World {
  readonly tenantId: string = TENANT;
  /** Where people have their addresses. */
  readonly mailDomain: string = 'example.com';
  readonly time = new VirtualTime(BEGIN);
  readonly tables = new MemoryTables(undeclaredIn);
  readonly mailbox = new MemoryMailbox();
  readonly bus = new MemoryBus();
  readonly faults = new Injections(this.time);
  readonly host = new FunctionHost(this);
  readonly machines = new StepFunctions(this.host, this.faults);
  /** Reads and writes as a test may: everything. */
  readonly store: Store = this.tables.store();
  readonly vault: Vault = vault(this.store, memoryKeyWrapper());
  readonly log = new ListeningLog();
  /** Stream batches that were given up. */
  readonly undelivered: DynamoDBRecord[] = [];
  /** So many of the next events that start a process meet a rule that fails. */
  triggersToLose = 0;
  #waiting: DynamoDBRecord[] = [];
  #relaying = false;
  #requests = 0;

  private constructor(snapshot: Snapshot, records: readonly DynamoDBRecord[]) {
    this.tables.restore(snapshot);
    this.tables.onStream = (record) => this.#stream([record]);
    this.bus.onEvent = (event) => this.#rules(event);
    this.#waiting.push(...records);
  }

  /** A tenant that is open, with an administrator, and nothing else. */
  static async withTenant(): Promise<World> {
    tenant ??= makeTenant();
    return new World(await tenant, []);
  }

  /** Somebody has just registered, and nothing behind the answer has happened yet. */
  static async withRegistration(): Promise<{ world: World; subject: Subject }> {
    registered ??= World.#registerOnce();
    const { snapshot, records, subject } = await registered;
    return { world: new World(snapshot, records), subject };
  }

  /** The world as it stands, to be gone on with any number of times. Nothing may be under way in it. */
  keep(): Kept {
    return { snapshot: this.tables.snapshot(), events: [...this.bus.events], sent: [...this.mailbox.sent], at: Date.now() };
  }

  static again({ snapshot, events, sent, at }: Kept): World {
    const world = new World(snapshot, []);
    world.bus.events.push(...events);
    world.mailbox.sent.push(...sent);
    world.time.shift(at - Date.now());
    return world;
  }

  static async #registerOnce(): Promise<Registered> {
    const world = await World.withTenant();
    const records: DynamoDBRecord[] = [];
    world.tables.onStream = (record) => records.push(record);
    const subject = await world.register();
    world.end();
    return { snapshot: world.tables.snapshot(), records, subject };
  }

  /** What another version of the platform left in the tables. */
  static from(snapshot: Snapshot): World {
    return new World(snapshot, []);
  }

  /** @throws when a fault that was injected never fired */
  end(): void {
    this.stop();
    this.faults.assertFired();
  }

  stop(): void {
    this.bus.onEvent = () => undefined;
    this.tables.onStream = () => undefined;
    this.log.end();
    this.time.end();
  }

  /** Lets everything happen that can. */
  settle(): Promise<void> {
    this.#stream([]);
    return this.time.settle();
  }

  /** One HTTP call, through the real endpoint. */
  async call(route: Route, call: HttpCall = {}): Promise<HttpAnswer> {
    const { status, text } = await this.exchange(route, call);
    return { status, body: text ? JSON.parse(text) as Record<string, unknown> : {} };
  }

  /** The same, with everything that a caller sees. */
  async exchange(route: Route, call: HttpCall = {}): Promise<RawAnswer> {
    this.#requests += 1;
    const { body, text: sent = body === undefined ? undefined : JSON.stringify(body), params, query, token, apiKey, language = 'en', key: given, cookies, sourceIp = '203.0.113.9', pageOrigin } = call;
    const key = given === undefined && route.idempotent ? randomUUID() : given;
    const { statusCode, headers, body: text = '', cookies: baked } = answerOf.parse(await this.host.invoke(deployed(route), {
      version: '2.0', routeKey: `${route.method} ${route.path}`, rawPath: route.path, rawQueryString: '', isBase64Encoded: false,
      headers: { 'accept-language': language, 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...(apiKey && { 'x-api-key': apiKey }), ...(pageOrigin && { origin: pageOrigin }), ...(typeof key === 'string' && { 'idempotency-key': key }) },
      ...(cookies && { cookies }), ...(sent !== undefined && { body: sent }), ...(params && { pathParameters: params }), ...(query && { queryStringParameters: query }),
      requestContext: { requestId: `http-${this.#requests}`, http: { method: route.method, path: route.path, protocol: 'HTTP/1.1', sourceIp, userAgent: 'Firefox' } },
    }));
    if (statusCode >= 400) assertDocumented(route, text);
    return { status: statusCode, headers, text, ...(baked && { cookies: baked }) };
  }

  async register(person: Person = someone): Promise<Subject> {
    const { status, body } = await this.call(register, { body: { tenantId: TENANT, ...person } });
    if (status !== 202) throw new Error(`register answered ${status}: ${JSON.stringify(body)}`);
    return { tenantId: TENANT, userId: String(body['userId']) };
  }

  /** The session of the tenant's administrator, as a login would begin it. */
  /** Of the first administrator there is, or of the first one who is not this person. */
  async administratorSession(tenantId = TENANT, not?: Subject): Promise<string> {
    const admin = (await readAdministrators(this.store, tenantId)).find(({ userId }) => userId !== not?.userId);
    if (!admin) throw new Error('the tenant has no administrator');
    const { token, write } = newSession(admin, new Date());
    await this.store.transact([write]);
    return token;
  }

  verify(token: string): Promise<HttpAnswer> {
    return this.call(verifyEmail, { body: { token } });
  }

  /** The sweeper's next round, a little more than its patience later. */
  async sweep(): Promise<unknown> {
    await this.time.pass(61_000);
    const answer = await this.sweepNow();
    await this.settle();
    return answer;
  }

  sweepNow(): Promise<unknown> {
    return this.faults.around('Sweeper', () => this.host.invoke(sweeper, {}), ofOperations);
  }

  /** The reconciler's next pass, a minute later. */
  async reconcile(): Promise<Pass> {
    await this.time.pass(60_000);
    const answer = await this.reconcileNow();
    await this.settle();
    return answer;
  }

  reconcileNow(): Promise<Pass> {
    return this.faults.around('Reconciler', () => this.host.invoke(reconciler, {}), ofOperations) as Promise<Pass>;
  }

  /** Deletions whose time has come begin. */
  beginDueDeletions(): Promise<unknown> {
    return this.host.invoke(deletionsDue, {});
  }

  /** AWS tells that an execution ended, in its own words. */
  async tellEnded({ arn: executionArn, status }: Pick<Execution, 'arn' | 'status'>): Promise<unknown> {
    const told = await this.faults.around('ExecutionEnded', () =>
      this.host.invoke(executionEnded, { source: 'aws.states', 'detail-type': 'Step Functions Execution Status Change', detail: { executionArn, status } }), ofOperations);
    await this.settle();
    return told;
  }

  /** The bus delivers an event, perhaps not for the first time: each delivery has an id of its own. `as`: to machines of another environment. */
  deliver(event: BusEvent, as: (workflow: WorkflowDeclaration) => WorkflowDeclaration = (workflow) => workflow): readonly Execution[] {
    return workflows.filter(({ startsOn }) => startsOn.name === event.type).map((workflow) => {
      this.#requests += 1;
      return this.machines.start(as(workflow), {
        version: '0', id: `delivery-${this.#requests}`, 'detail-type': event.type, source: EVENT_SOURCE, account: '111122223333',
        time: new Date().toISOString(), region: 'eu-central-1', resources: [], detail: event.detail,
      });
    });
  }

  inject(state: string, fault: Fault, times: number | 'always' = 1): void {
    this.faults.into(state, fault, times);
  }

  eventsOf(type: string): readonly BusEvent[] {
    return this.bus.events.filter((event) => event.type === type);
  }

  /** Mails by the word that their subject must contain. */
  mails(word: string): readonly SentMail[] {
    return this.mailbox.sent.filter(({ mail }) => mail.subject.toLowerCase().includes(word));
  }

  tokenOf({ userId }: Subject): string {
    const mail = this.mails('verify').find((each) => each.userId === userId);
    const token = /token=([\w-]+)/.exec(mail?.mail.text ?? '')?.[1];
    if (!token) throw new Error('no verification mail has arrived');
    return token;
  }

  async runOf(type: string, { userId }: Subject): Promise<RunRecord & { readonly steps: readonly StepRecord[]; readonly undos: readonly StepRecord[] }> {
    const trigger = this.bus.events.find(({ type: name, detail }) =>
      detail.aggregateId === userId && workflows.some((workflow) => workflow.type === type && workflow.startsOn.name === name));
    const run = trigger && await readRun(this.store, runIdOf(type, trigger.detail.eventId));
    if (!run) throw new Error(`there is no run of ${type} for ${userId}`);
    return { ...run, steps: await readSteps(this.store, run.runId), undos: await readUndos(this.store, run.runId) };
  }

  async user(subject: Subject): Promise<User> {
    const user = await readUser(this.store, subject);
    if (!user) throw new Error('there is no such user');
    return user;
  }

  async permissionsOf(subject: Subject): Promise<unknown> {
    return (await this.store.get('identity', authorizationKey(subject)))?.['permissions'];
  }

  /** Somebody holds just these rights, by one role that nobody made. */
  hold(subject: Subject, rights: readonly Permission[]): void {
    this.tables.overwrite('identity', authorizationKey(subject), authorized([{ roleId: 'made_up', emits: rights }]));
  }

  registrationsCounted(): Promise<{ registrations: number }> {
    return readTenantStatistics(this.store, TENANT);
  }

  #stream(records: readonly DynamoDBRecord[]): void {
    this.#waiting.push(...records);
    if (!this.#relaying && this.#waiting.length > 0) void this.time.work(() => this.#relay());
  }

  /** One batch after another, in order, as from one shard. */
  async #relay(): Promise<void> {
    this.#relaying = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, BATCH);
      this.#waiting = this.#waiting.slice(BATCH);
      await this.#handOver(batch, 1);
    }
    this.#relaying = false;
  }

  async #handOver(records: readonly DynamoDBRecord[], tried: number): Promise<void> {
    try {
      await this.faults.around('Relay', () => this.host.invoke(relay, { Records: records }), ofOperations);
    } catch {
      if (tried < STREAM_TRIES) await this.#handOver(records, tried + 1);
      else this.undelivered.push(...records);
    }
  }

  #rules(event: BusEvent): void {
    if (event.type === configChanged.name) void this.time.work(() => this.reconcileNow());
    const starts = workflows.some(({ startsOn }) => startsOn.name === event.type);
    if (starts && this.triggersToLose > 0) this.triggersToLose -= 1;
    else this.deliver(event);
  }
}

/** That a credential was used is noted once a minute, which `credentials.test.ts` proves for every route. */
const deployed = (route: Route): DeployedFunction => {
  const { note, rest } = pipelineTouches(route);
  return { entry: routeEntry(route), touches: together(rest, route.touches), seldom: note };
};

const answerOf = z.object({ statusCode: z.number(), headers: z.record(z.string(), z.string()), body: z.optional(z.string()), cookies: z.optional(z.array(z.string())) });

/** What an endpoint refuses without saying so in the OpenAPI document fails whatever test meets it. */
function assertDocumented(route: Route, text: string): void {
  const { type } = JSON.parse(text) as { type: string };
  if (!problemsOf(route).some((kind) => type === `/problems/${kind}`)) throw new Error(`${route.name} answers ${type}, which its declaration does not tell of`);
}

export const newTenant: NewTenant = { tenantId: TENANT, name: 'Demo', admin: administrator, privacy: { minimumGracePeriodSeconds: 0 } };

/** Made by the platform's own code, once per test file. */
async function makeTenant(): Promise<Snapshot> {
  const time = new VirtualTime(BEGIN);
  const tables = new MemoryTables();
  const store = tables.store();
  await createTenant({ store, vault: vault(store, memoryKeyWrapper()) }, newTenant, new Date());
  time.end();
  return tables.snapshot();
}

export interface Kept { readonly snapshot: Snapshot; readonly events: readonly BusEvent[]; readonly sent: readonly SentMail[]; readonly at: number }
interface Registered { readonly snapshot: Snapshot; readonly records: readonly DynamoDBRecord[]; readonly subject: Subject }
let tenant: Promise<Snapshot> | undefined;
let registered: Promise<Registered> | undefined;

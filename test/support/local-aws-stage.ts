import { randomBytes } from 'node:crypto';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { createTenant } from '../../lambdas/accounts/create-tenant.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { machineName, queueName, stageNamed } from '../../lib/stage.ts';
import { clientSettings } from '../../local/cdk.ts';
import { clientsAt } from '../../local/point-state.ts';
import { SharedContents } from './local-aws-tenants.ts';
import { invokeOperation, pauseSchedule } from './local-aws-operations.ts';
import { deployedPlatform, type DeployedPlatform } from './local-aws-platform.ts';
import { LocalWorld, type ReceivedMail } from './local-aws-world.ts';
import type { DeadLetter } from './memory-queues.ts';
import { listenToTasks, type Asked, type InItsPlace, type TaskListener } from './task-listener.ts';
import { named } from './function-host.ts';
import { newTenant } from './world.ts';

const STAGE = stageNamed('local');
/** Five seconds before a machine tries again become a tenth of one. */
const WAIT_SCALE = 0.02;

/** What would come by the clock of the machine in the middle of stories whose time is another. */
const ASIDE = ['SearchesForResidue', 'EveryQuarterOfAnHour'];

const invoked = z.object({ FunctionName: z.string(), Payload: z.unknown() });
const sent = z.object({ QueueUrl: z.string(), MessageBody: z.unknown() });
const searched = z.object({ finished: z.boolean(), residue: z.number() });
const thrown = z.object({ errorType: z.optional(z.string()) });
const queues = z.object({ messages: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.array(z.object({ Body: z.string() }))))) });

/** A local AWS on which many stories are told side by side, each in a tenant of its own, with faults around the calls of its machines' states and of nobody else's. */
export class LocalAwsStage {
  readonly platform: DeployedPlatform;
  readonly contents: SharedContents;
  readonly #listener: TaskListener;
  readonly #worlds: Map<string, LocalWorld>;

  private constructor(platform: DeployedPlatform, listener: TaskListener, worlds: Map<string, LocalWorld>) {
    this.platform = platform;
    this.contents = new SharedContents(platform);
    this.#listener = listener;
    this.#worlds = worlds;
  }

  static async start(name: string): Promise<LocalAwsStage> {
    const worlds = new Map<string, LocalWorld>();
    const whose = (text: string): LocalWorld | undefined => [...worlds.values()].find(({ tenantId }) => text.includes(tenantId));
    const byArn = new Map<string, LocalWorld>();
    let stage: LocalAwsStage | undefined;
    const listener = await listenToTasks({
      began({ arn, machine, input }) {
        const world = whose(input);
        if (!world) return;
        byArn.set(arn, world);
        world.executions.push({ arn, type: machine.slice(machineName(STAGE, '').length), status: 'RUNNING', retried: [], beganAt: Date.now(), input });
      },
      ended({ arn, status }) {
        const execution = byArn.get(arn)?.executions.find((each) => each.arn === arn);
        if (execution) execution.status = status;
      },
      calls: async (asked) => {
        const world = byArn.get(asked.arn);
        return world && stage ? stage.#around(world, asked) : {};
      },
    });
    const platform = await deployedPlatform(name, { tasksAsk: listener.address, waitScale: WAIT_SCALE });
    for (const rule of ASIDE) await pauseSchedule(platform, rule);
    stage = new LocalAwsStage(platform, listener, worlds);
    return stage;
  }

  /** How much is left of everybody who was erased. */
  async residue(): Promise<number> {
    for (;;) {
      const { finished, residue } = searched.parse(await invokeOperation(this.platform.endpoint, 'ResidueSearch', {}));
      if (finished) return residue;
    }
  }

  async stop(): Promise<void> {
    await this.platform.stop();
    await this.#listener.stop();
  }

  /** A tenant like that of the world in process. */
  async tenant(): Promise<LocalWorld> {
    const world = new LocalWorld(this, `cell-${randomBytes(6).toString('hex')}`);
    const { admin, ...rest } = newTenant;
    await createTenant(this.platform, { ...rest, tenantId: world.tenantId, admin: { ...admin, email: `admin@${world.mailDomain}` } }, new Date());
    this.#worlds.set(world.tenantId, world);
    return world;
  }

  async registration(): Promise<{ readonly world: LocalWorld; readonly subject: Subject }> {
    const world = await this.tenant();
    return { world, subject: await world.register() };
  }

  async stopExecution(executionArn: string): Promise<void> {
    await clientsAt(this.platform.endpoint).sfn.send(new StopExecutionCommand({ executionArn }));
  }

  async mailsOf({ mailDomain }: LocalWorld): Promise<readonly ReceivedMail[]> {
    const received = (await this.platform.mailbox.messages()).filter(({ to }) => to.some((address) => address.endsWith(mailDomain)));
    return received.map(({ to: [to = ''], subject, text, html }) => ({ to, mail: { subject, text, html } }));
  }

  async deadLettersOf(tenantId: string): Promise<readonly DeadLetter[]> {
    const { messages } = queues.parse(await (await fetch(`${this.platform.endpoint}/_ministack/sqs/messages`)).json());
    return Object.values(messages).flatMap(Object.values).flatMap((byUrl: Record<string, { Body: string }[]>) => Object.entries(byUrl)).flatMap(([url, all]) =>
      all.filter(({ Body }) => Body.includes(tenantId)).map(({ Body }) => ({ queue: (url.split('/').at(-1) ?? '').slice(queueName(STAGE, '').length), body: JSON.parse(Body) as DeadLetter['body'] })));
  }

  async #around(world: LocalWorld, { arn, state, tried, resource, parameters }: Asked): Promise<InItsPlace> {
    await world.begun.promise;
    const execution = world.executions.find((each) => each.arn === arn);
    if (tried > 1) execution?.retried.push(state);
    const machine = execution?.type ?? '';
    if (!world.faults.concerns(state, machine)) return {};
    const call = (payload: unknown): Promise<unknown> => (resource.includes(':sqs:') ? this.#send(payload) : this.#invoke(payload));
    return world.faults.around(state, (change = (payload) => payload) => call(change(parameters)), { machine, execution: arn }).then(
      (result) => ({ result }),
      (error: unknown) => (error instanceof Error ? { error: error.name, cause: error.message } : { error: 'UnknownError', cause: String(error) }));
  }

  async #invoke(parameters: unknown): Promise<unknown> {
    const { FunctionName, Payload } = invoked.parse(parameters);
    const answer = await clientsAt(this.platform.endpoint).lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(Payload) }));
    const body = JSON.parse(answer.Payload?.transformToString() ?? 'null') as unknown;
    if (answer.FunctionError) throw named(thrown.parse(body).errorType ?? 'Lambda.Unknown', JSON.stringify(body));
    return { Payload: body, StatusCode: 200 };
  }

  async #send(parameters: unknown): Promise<unknown> {
    const { QueueUrl, MessageBody } = sent.parse(parameters);
    const { MessageId } = await new SQSClient(clientSettings(this.platform.endpoint)).send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(MessageBody) }));
    return { MessageId };
  }
}

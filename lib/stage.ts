import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { TableName } from '../lambdas/adapters/store.ts';
import type { RateLimits } from '../lambdas/domain/rate-limit.ts';
import { stageNames, type StageName } from '../lambdas/domain/stage-name.ts';

export { stageNames, type StageName };

/** Everything that is decided when deploying and differs between environments. */
export interface Stage {
  readonly name: StageName;
  /** The web hosting's firewall and certificate exist in us-east-1 only, so a stage that has it lives there. */
  readonly region: string;
  /** Where people find the console, with a slash at the end: the links in mails begin with it. */
  readonly consoleUrl: string;
  readonly mail: { readonly sender: string; readonly domain: string };
  readonly logRetention: keyof typeof RetentionDays;
  /** How far back the tables can be recovered, 1 to 35 days (the keys: 1 day, whatever stands here). */
  readonly recoveryDays: number;
  /** Tables, keys, queues and logs stay when their stack goes. */
  readonly keepsData: boolean;
  readonly eventArchiveDays: number | undefined;
  /** Console, certificate, firewall and the header by which the API knows its distribution; locally a small server does that. */
  readonly webHosting: boolean;
  /** Requests a second of the whole API, and how many may come at once. */
  readonly throttling: { readonly rate: number; readonly burst: number };
  /** How long an account stays whose address nobody proves, after it was made or last asked for a link. */
  readonly unverifiedKeptDays: number;
  /** How often all tables are gone through for whoever was erased lately; 0: whenever somebody calls. */
  readonly residueSearchHours: number;
  /** How often somebody may fail to log in, register or ask for a mail. */
  readonly rateLimits: RateLimits;
  /** Per function; a new account has too little to reserve any. */
  readonly reservedConcurrency: number | undefined;
}

const MINUTES = 60;
const HOURS = 3_600;

const onAws = {
  region: 'us-east-1', webHosting: true, reservedConcurrency: undefined, unverifiedKeptDays: 30, residueSearchHours: 24,
  rateLimits: {
    loginFailuresPerAccount: { times: 5, withinS: 15 * MINUTES }, loginFailuresPerSource: { times: 100, withinS: 15 * MINUTES },
    registrationsPerSource: { times: 50, withinS: HOURS }, verificationMailsPerAddress: { times: 5, withinS: HOURS }, passwordResetsPerAddress: { times: 3, withinS: HOURS },
  },
} as const;
/** Where one machine plays everybody, nobody is stopped. */
const hardlyEver = { times: 1_000_000, withinS: 15 * MINUTES };

const stages: Readonly<Record<StageName, Omit<Stage, 'name'>>> = {
  local: {
    region: 'us-east-1', webHosting: false, reservedConcurrency: undefined, unverifiedKeptDays: 2, residueSearchHours: 0,
    consoleUrl: process.env['CONSOLE_URL'] ?? `http://localhost:${process.env['CONSOLE_PORT'] ?? 8080}/`,
    mail: { sender: 'no-reply@processes.example', domain: 'processes.example' },
    logRetention: 'ONE_DAY', recoveryDays: 1, keepsData: false, eventArchiveDays: undefined,
    throttling: { rate: 10_000, burst: 5_000 },
    rateLimits: { loginFailuresPerAccount: hardlyEver, loginFailuresPerSource: hardlyEver, registrationsPerSource: hardlyEver, verificationMailsPerAddress: hardlyEver, passwordResetsPerAddress: hardlyEver },
  },
  dev: {
    ...onAws,
    consoleUrl: 'https://dev.processes.example/',
    mail: { sender: 'no-reply@dev.processes.example', domain: 'dev.processes.example' },
    logRetention: 'ONE_WEEK', recoveryDays: 1, keepsData: false, eventArchiveDays: 7,
    throttling: { rate: 50, burst: 100 },
  },
  staging: {
    ...onAws,
    consoleUrl: 'https://staging.processes.example/',
    mail: { sender: 'no-reply@staging.processes.example', domain: 'staging.processes.example' },
    logRetention: 'ONE_MONTH', recoveryDays: 7, keepsData: true, eventArchiveDays: 30,
    throttling: { rate: 500, burst: 1_000 },
  },
  prod: {
    ...onAws,
    consoleUrl: 'https://processes.example/',
    mail: { sender: 'no-reply@processes.example', domain: 'processes.example' },
    logRetention: 'THREE_MONTHS', recoveryDays: 35, keepsData: true, eventArchiveDays: 90,
    throttling: { rate: 1_000, burst: 2_000 },
  },
};

/** @throws an error that lists the stages there are, for any other name */
export function stageNamed(name: string): Stage {
  const known = stageNames.find((each) => each === name);
  if (!known) throw new Error(`There is no stage "${name}". The stages are ${stageNames.join(', ')}.`);
  return { name: known, ...stages[known] };
}


/** The physical name of a table: outsiders such as the first tenant's command need it. */
export const tableName = ({ name }: Stage, table: TableName): string => `bpp-${name}-${table}`;

export const alarmName = ({ name }: Stage, alarm: string): string => `bpp-${name}-${alarm}`;

export const topicName = ({ name }: Stage, topic: string): string => `bpp-${name}-${topic}`;

export const dashboardName = ({ name }: Stage, what: string): string => `bpp-${name}-${what}`;

export const queueName = ({ name }: Pick<Stage, 'name'>, queue: string): string => `bpp-${name}-${queue}`;

/** Machines are found by their names: a compensation is started by who knows no more than the process's type. */
export const machineName = ({ name }: Pick<Stage, 'name'>, machine: string): string => `bpp-${name}-${machine}`;

import type { TableName } from '../adapters/store.ts';

export type TableAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'Scan' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem' | 'ConditionCheckItem';

/**
 * What a function touches, and so exactly what its role allows: nothing more is granted, and the in-memory twin refuses
 * what is not declared. A transaction needs the actions of its parts.
 */
export interface Touches {
  readonly tables?: { readonly [Table in TableName]?: readonly TableAction[] };
  /** Unwraps tenant keys (reads personal data or computes blind indexes). */
  readonly unwrapsTenantKeys?: boolean;
  /** Makes the key of a new tenant. */
  readonly makesTenantKeys?: boolean;
  /** Signs certificates, and tells by which key. */
  readonly signsCertificates?: boolean;
  readonly sendsMail?: boolean;
  readonly putsEvents?: boolean;
  /** Starts compensation machines: of its own process, or an endpoint of all. */
  readonly startsCompensations?: boolean;
  /** Starts the machines of runs that are taken up again. */
  readonly startsRuns?: boolean;
  /** Looks into the queues of dead letters, and takes out what was dealt with. */
  readonly silencesDeadLetters?: boolean;
  /** Looks at executions of any process and stops them. */
  readonly endsExecutions?: boolean;
  /** Puts messages about runs that the machine itself could not tell of into the queues of failed runs. */
  readonly ringsDeadLetters?: boolean;
  /** Knows how far back the tables can be recovered. */
  readonly knowsRecovery?: boolean;
  /** Tells where machines and dead-letter queues are, and does nothing with them. */
  readonly tellsWhere?: boolean;
}

const union = <Word extends string>(a: readonly Word[] = [], b: readonly Word[] = []): Word[] =>
  [...new Set([...a, ...b])].toSorted((one, other) => one.localeCompare(other));

/** All that any of these touches. */
export function together(...all: readonly Touches[]): Touches {
  return all.reduce((sum, each) => {
    const names = union(Object.keys(sum.tables ?? {}) as TableName[], Object.keys(each.tables ?? {}) as TableName[]);
    return {
      tables: Object.fromEntries(names.map((name) => [name, union(sum.tables?.[name], each.tables?.[name])])),
      unwrapsTenantKeys: Boolean(sum.unwrapsTenantKeys) || Boolean(each.unwrapsTenantKeys),
      makesTenantKeys: Boolean(sum.makesTenantKeys) || Boolean(each.makesTenantKeys),
      signsCertificates: Boolean(sum.signsCertificates) || Boolean(each.signsCertificates),
      sendsMail: Boolean(sum.sendsMail) || Boolean(each.sendsMail),
      putsEvents: Boolean(sum.putsEvents) || Boolean(each.putsEvents),
      startsCompensations: Boolean(sum.startsCompensations) || Boolean(each.startsCompensations),
      startsRuns: Boolean(sum.startsRuns) || Boolean(each.startsRuns),
      silencesDeadLetters: Boolean(sum.silencesDeadLetters) || Boolean(each.silencesDeadLetters),
      endsExecutions: Boolean(sum.endsExecutions) || Boolean(each.endsExecutions),
      ringsDeadLetters: Boolean(sum.ringsDeadLetters) || Boolean(each.ringsDeadLetters),
      knowsRecovery: Boolean(sum.knowsRecovery) || Boolean(each.knowsRecovery),
      tellsWhere: Boolean(sum.tellsWhere) || Boolean(each.tellsWhere),
    };
  }, {});
}

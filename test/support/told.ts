import type { DeadLetter } from './memory-queues.ts';
import type { Execution } from './step-functions.ts';
import type { MemoryTables } from './memory-store.ts';
import type { BusEvent } from './memory-bus.ts';
import type { SentMail } from './memory-mailbox.ts';
import type { Injections, Time } from './injections.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { World } from './world.ts';

/** What the story of a cell needs of where it is told: the world in process, or one tenant of a local AWS. */
export interface Told extends Pick<World,
  'tenantId' | 'mailDomain' | 'store' | 'vault' | 'call' | 'settle' | 'sweep' | 'reconcile' | 'beginDueDeletions' | 'tellEnded' | 'inject' | 'verify' | 'tokenOf' | 'user' | 'administratorSession' | 'registrationsCounted' | 'stop'> {
  readonly tables: Pick<MemoryTables, 'items' | 'asked' | 'written' | 'behind'>;
  readonly time: Time & Pick<VirtualTime, 'pass'>;
  readonly mailbox: { readonly sent: readonly Pick<SentMail, 'to' | 'mail'>[] };
  readonly bus: { readonly events: readonly BusEvent[] };
  readonly faults: Injections;
  readonly machines: {
    readonly executions: readonly Pick<Execution, 'arn' | 'type' | 'status' | 'retried'>[];
    readonly deadLetters: readonly DeadLetter[];
    readonly silenced: readonly DeadLetter[];
    end(arn: string, status: 'ABORTED' | 'TIMED_OUT'): void | Promise<void>;
  };
  readonly undelivered: readonly unknown[];
  /** Undefined where many tell their stories at once, and a line does not say whose it is. */
  readonly log: { readonly lines: readonly string[] } | undefined;
}

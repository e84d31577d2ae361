import { describeKeyWrapperContract, describeSignerContract } from '../../support/kms-contract.ts';
import { describeMailboxContract } from '../../support/mailbox-contract.ts';
import { memoryKeyWrapper } from '../../support/memory-key-wrapper.ts';
import { MemoryMailbox } from '../../support/memory-mailbox.ts';
import { MemoryQueues } from '../../support/memory-queues.ts';
import { memorySigner } from '../../support/memory-signer.ts';
import { describeQueuesContract, QUEUE } from '../../support/queues-contract.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

/** The twins keep what the adapters keep over the local AWS; of the tables, the bus and the executions that is shown elsewhere. */
const TWIN = 'twin in memory';

describeMailboxContract(TWIN, () => {
  const mailbox = new MemoryMailbox();
  return {
    mailbox, failNext: (mishap) => mailbox.failNext([mishap]),
    lying: (address) => Promise.resolve(mailbox.sent.filter(({ to }) => to === address).map(({ mail: { subject, text, html } }) => ({ subject, text, html }))),
  };
});

describeKeyWrapperContract(TWIN, memoryKeyWrapper);
describeSignerContract(TWIN, memorySigner);

describe('in virtual time', () => {
  let time: VirtualTime;
  beforeEach(() => {
    time = new VirtualTime(new Date('2026-03-02T08:00:00Z'));
  });
  afterEach(() => time.end());
  describeQueuesContract(TWIN, () => {
    const queues = new MemoryQueues();
    return Promise.resolve({ queues, lying: () => Promise.resolve(queues.lyingIn(QUEUE)), pass: (ms) => time.pass(ms) });
  });
});

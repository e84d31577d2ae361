import { restoreDrill, someoneErased, type Remains } from '../test/support/restore-drill.ts';

const HELP = `npm run restore-drill

Erases a person, restores an older state of the tables, shows what of the person is there again, replays the ledger of erasures, and
shows what is left then. In this process, on the twins of the tables; it touches no cloud. Exit code 1 when anything is left.`;

const RECORDS = 40;

const kindsOf = (remains: Remains): string => [...new Set(remains)].toSorted().map((kind) => `${kind} (${remains.filter((each) => each === kind).length})`).join(', ');
const say = (what: string, remains: Remains): void => console.log(`${what.padEnd(40)}${String(remains.length).padStart(5)}  ${kindsOf(remains)}`);

/** Whether the drill ended as it must. */
async function main(): Promise<boolean> {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(HELP);
    return true;
  }
  const erased = await someoneErased(RECORDS);
  const { afterErasure, afterRestore, afterReplay, replayed, othersUntouched, certificate } = await restoreDrill(erased);
  erased.world.end();
  console.log('What is left of the person                items  where');
  say('after the erasure', afterErasure);
  say('after the restore of an older state', afterRestore);
  say('after the replay of the ledger', afterReplay);
  for (const { requestId, counts } of replayed) console.log(`\nErased once more: ${requestId}: ${Object.entries(counts).map(([what, count]) => `${what} ${count}`).join(', ')}`);
  console.log(`The certificate number ${certificate?.certificate.number ?? '-'} is there still; everybody else is ${othersUntouched ? 'untouched' : 'NOT untouched'}.`);
  return afterErasure.length === 0 && afterRestore.length > 0 && afterReplay.length === 0 && othersUntouched && certificate !== undefined;
}

process.exitCode = await main().then((sound) => (sound ? 0 : 1), (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

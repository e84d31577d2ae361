import type { DemoWords } from './zh-cn.ts';

/** Every text of the demo in English. */
export const en: DemoWords = {
  help: `npm run demo [-- --lang zh-CN|en]

Plays the whole story against the platform that \`npm start\` runs, as a timeline:
a registration, a role that is given and taken away, a step that fails and is
undone, a mail that is parked and redriven, a process that is paused, a deletion
with its certificate, and the statistics. Every run, request and dead letter has
its address in the console beside it.

  --lang   the language: zh-CN or en; taken from LANG when it is not given
  --help   this text`,
  console: ({ url, email, file }) => `Look on in the console: ${url}, account ${email}, password in ${file}.`,
  finished: ({ seconds }) => `The demo is over after ${seconds} s.`,
  mail: ({ subject }) => `mail: "${subject}"`,
  mailToAdministrator: ({ subject }) => `mail to the administrator: "${subject}"`,
  ended: ({ process, status, seconds }) => `${process}: ${status} in ${seconds} s`,
  attempts: ({ count }) => `${count}x`,
  undo: ({ step }) => `undo: ${step}`,
  stillTo: ({ what }) => `did not happen within 30 s: ${what}`,

  registration: {
    title: 'Lin registers, and her account becomes active',
    registers: ({ name, tenant, message }) => `${name} registers at ${tenant}; answered at once: "${message}"`,
    confirms: ({ status }) => `Lin confirms her address: ${status === 'active' ? 'the account is active' : 'the address is verified'}`,
    logsIn: ({ until }) => `Lin logs in; the session lasts until ${until}`,
  },
  roles: {
    title: 'A role is given, and taken away',
    asks: ({ status }) => `Lin asks for the runs: ${status}, she may not see them`,
    given: ({ status }) => `the administrator gives her a role that may; she asks again: ${status}`,
    taken: ({ status }) => `the role is taken away, and the very next request is answered ${status}`,
    loggedOut: ({ status }) => `the role asks for a logout, so Lin's session is answered ${status}`,
    reason: 'moved to another team',
  },
  compensated: {
    title: 'A step fails for good, and what was done is undone',
    broken: ({ step }) => `now ${step} is broken on purpose`,
    repaired: 'it is repaired, and Kim registers again with the same address',
  },
  parked: {
    title: 'A welcome mail fails, is parked, and redriven',
    letter: ({ cause }) => `dead letter: ${cause}`,
    redrive: ({ redrive }) => `redriving it: ${redrive}`,
    late: ({ subject }) => `mail, late but once: "${subject}"`,
  },
  paused: {
    title: 'A process is paused: what is accepted waits, and nothing is lost',
    pauses: ({ reason, from, to }) => `the operator pauses the registration: "${reason}" (configuration ${from} -> ${to})`,
    enables: ({ reason, from, to }) => `the operator enables the registration: "${reason}" (configuration ${from} -> ${to})`,
    waits: ({ name, cause }) => `${name}'s run waits: ${cause}`,
    stopped: ({ cause }) => `Ben's run is stopped: ${cause}`,
    lookFirst: 'a look at the mails first', allFine: 'the mails are fine', over: 'the demo is over', leaveBenOut: 'Ben asked to be left out',
  },
  deletion: {
    title: 'Lin is deleted, and there is a certificate of it',
    record: 'An armchair for Lin',
    asks: ({ status }) => `Lin asks to be deleted, without a period of grace; her session is answered ${status} from now on`,
    phase: ({ name, counts }) => `${name}: ${counts}`,
    count: ({ kind, count }) => `${kind} ${count}`,
    separator: ', ',
    certificate: ({ number, tenant }) => `certificate number ${number} of ${tenant}, read with the receipt code and without an account`,
    signature: ({ algorithm, fingerprint }) => `signed with ${algorithm}, key ${fingerprint}…`,
  },
  statistics: {
    title: 'Statistics of the last hour',
    durations: ({ process, p50, p95 }) => `${process}: p50 ${p50}, p95 ${p95}`,
    runs: ({ all, parts }) => `${all} ${all === 1 ? 'run' : 'runs'} = ${parts}`,
    parts: {
      completedWorkflows: (count) => `${count} completed`, completedWithWarnings: (count) => `${count} with warnings`, compensatedWorkflows: (count) => `${count} undone`,
      failedWorkflows: (count) => `${count} failed or stopped`, runningWorkflows: (count) => `${count} under way`,
    },
  },

  processes: {
    user_registration: 'Registration', account_activation: 'Activation', role_assignment: 'Role given', role_revocation: 'Role taken away', user_deletion: 'Deletion',
  },
  statuses: {
    RUNNING: 'running', WAITING: 'waiting', COMPLETED: 'completed', COMPLETED_WITH_WARNINGS: 'completed with warnings', COMPENSATING: 'compensating', COMPENSATED: 'compensated',
    COMPENSATION_FAILED: 'compensation failed', TIMED_OUT: 'timed out', PARKED: 'parked', FENCED: 'superseded', CANCELLED: 'cancelled',
    DONE: 'done', FAILED: 'failed', STARTED: 'running', SKIPPED: 'skipped', VOID: 'void', NOT_STARTED: 'not begun',
  },
  phases: {
    access: 'access ended', assessment: 'data assessed', personal_data: 'personal data deleted', business_data: 'business data anonymised', audit: 'audit data minimised',
    backups: 'backups shredded', recipients: 'recipients told', verification: 'verified', certificate: 'certificate issued',
  },
  kinds: {
    sessions: 'sessions', apiKeys: 'API keys', tokens: 'links', activity: 'activity entries', roles: 'roles', profile: 'profile', credential: 'password', records: 'records',
    auditEntries: 'audit entries', held: 'held', processesFenced: 'runs superseded', rolesRevoked: 'roles taken away', keysDestroyed: 'keys destroyed', recipientsTold: 'told',
    recipientsNotReached: 'not reached', residue: 'residue', byValue: 'searched by value', foundAgain: 'found again',
  },
};

import { stageNamed } from '../../lib/stage.ts';

/** The settings that the stacks give to functions. Import it before anything that reads them. */
Object.assign(process.env, {
  STAGE: 'test', VERSION: 'test', CONSOLE_URL: 'https://console.example/', MAIL_SENDER: 'no-reply@processes.example', UNVERIFIED_KEPT_DAYS: '30', RECOVERY_DAYS: '35', RESIDUE_SEARCH_HOURS: '24',
  RATE_LIMITS: JSON.stringify(stageNamed('local').rateLimits),
  STATE_MACHINES: 'arn:aws:states:eu-central-1:111122223333:stateMachine:',
  // Logger and metrics then write to the console that a test can listen to, not past it.
  POWERTOOLS_DEV: 'true', POWERTOOLS_METRICS_DISABLED: 'false',
});

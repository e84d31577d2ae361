import type { HttpAnswer } from './world.ts';

const TRIES = 6;

/** As a client does who is told that too many come at once, that nothing was changed, and to try again shortly. */
export async function comingAgain(ask: () => Promise<HttpAnswer>, triesLeft = TRIES): Promise<HttpAnswer> {
  const answer = await ask();
  return answer.status === 503 && triesLeft > 1 ? comingAgain(ask, triesLeft - 1) : answer;
}

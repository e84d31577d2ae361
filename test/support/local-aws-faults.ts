import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateFunctionCommand, DeleteFunctionCommand, GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { workflows } from '../../lambdas/workflows/index.ts';
import { compensationStates, forwardStates } from '../../lib/machine-states.ts';
import type { DeployedPlatform } from './local-aws-platform.ts';
import { clientsAt, pointState, type PointedState } from '../../local/point-state.ts';
import { zipOf } from '../../local/zip.ts';

export interface Fault {
  /** The first so many calls throw before the real handler is asked. */
  readonly throwFirst?: number;
  readonly error?: string;
  /** Every so many calls throws before the real handler is asked. */
  readonly throwEvery?: number;
  /** The first call does its work and then hangs until Lambda gives it up. */
  readonly timeOutAfterFirst?: boolean;
  /** Set for the function besides its own: what it cannot reach then fails for real. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Every call waits before it works. */
  readonly waitMs?: number;
}

/** Calls are counted in a file, because a function may run in more than one process. */
const wrapper = (bundle: string, handler: string, { throwFirst = 0, throwEvery = 0, error = 'TransientFailure', timeOutAfterFirst = false, waitMs = 0 }: Fault, countFile: string): string => `
const all = (() => { const module = { exports: {} }; const exports = module.exports; ${bundle}\n; return module.exports; })();
const real = { handler: all.${handler} };
const fs = require('node:fs');
exports.handler = async (event, context) => {
  fs.appendFileSync(${JSON.stringify(countFile)}, '.');
  const call = fs.statSync(${JSON.stringify(countFile)}).size;
  if (call <= ${throwFirst} || (${throwEvery} > 0 && call % ${throwEvery} === 0)) throw Object.assign(new Error('injected'), { name: ${JSON.stringify(error)} });
  await new Promise((resolve) => setTimeout(resolve, ${waitMs}));
  const answer = await real.handler(event, context);
  if (${timeOutAfterFirst} && call === 1) await new Promise((resolve) => setTimeout(resolve, 60_000));
  return answer;
};`;

/** Where the code of a state lies: of a step, or of an undo when the machine is a compensation. */
function codeOf(machine: string, state: string): { file: string; handler: string } {
  const workflow = workflows.find(({ type }) => type === machine.replace(/-compensation$/, ''));
  if (!workflow) throw new Error(`no process has the machine ${machine}`);
  const found = [...forwardStates(workflow), ...compensationStates(workflow)].find((each) => each.state === state);
  if (!found) throw new Error(`${machine} has no state ${state}`);
  return { file: found.entry.replace(/\.ts$/, ''), handler: (found.handler ?? 'index.handler').slice('index.'.length) };
}

/**
 * Injects a fault from outside: the state of the deployed machine is pointed at a function that wraps the real code, with
 * its settings and a short time-out. `restore` points it back.
 */
export async function replaceStep(platform: Pick<DeployedPlatform, 'endpoint' | 'workDir'>, type: string, step: string, fault: Fault): Promise<PointedState & { calls(): Promise<number> }> {
  const { lambda } = clientsAt(platform.endpoint);
  const { file, handler } = codeOf(type, step);
  const bundle = await readFile(join(platform.workDir, 'build', file, 'index.js'), 'utf8');
  const countFile = join(platform.workDir, `calls-${step}-${Date.now()}`);
  let name = '';
  const pointed = await pointState(platform.endpoint, type, step, async (real) => {
    const settings = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: real }));
    const { FunctionArn = '', FunctionName = '' } = await lambda.send(new CreateFunctionCommand({
      FunctionName: `fault-${step}-${Date.now()}`, Runtime: 'nodejs24.x', Handler: 'index.handler', Role: settings.Role, Timeout: fault.timeOutAfterFirst ? 3 : 8,
      Environment: { Variables: { ...settings.Environment?.Variables, ...fault.environment } }, Code: { ZipFile: zipOf('index.js', wrapper(bundle, handler, fault, countFile)) },
    }));
    name = FunctionName;
    return FunctionArn;
  });
  return {
    calls: async () => (await readFile(countFile, 'utf8')).length,
    async restore() {
      await pointed.restore();
      await lambda.send(new DeleteFunctionCommand({ FunctionName: name }));
    },
  };
}

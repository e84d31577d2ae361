import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './error-code.ts';

const TAIL_LINES = 20;

export interface ProcessGroup {
  /** Settles when the process has ended, by `stop` or by itself. */
  readonly ended: Promise<void>;
  hasEnded(): boolean;
  /** SIGTERM to the process and, when it has ended or after `withinMs`, SIGKILL to everything it left running. */
  stop(withinMs: number): Promise<void>;
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Emptied at the start, then everything the process prints. */
  readonly logFile: string;
}

/** Starts a command in a process group of its own: Ctrl-C does not reach it, and its children end with it. */
export function startProcessGroup({ command, args, env, logFile }: Command): ProcessGroup {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  const leader = spawn(command, args, { detached: true, env, stdio: ['ignore', log, log] });
  closeSync(log);
  const ended = endOf(leader);
  const hasEnded = (): boolean => leader.exitCode !== null || leader.signalCode !== null;
  return {
    ended,
    hasEnded,
    stop: async (withinMs) => {
      leader.kill('SIGTERM');
      const waiting = new AbortController();
      await Promise.race([ended, delay(withinMs, undefined, { signal: waiting.signal }).catch(() => 'ended first')]);
      waiting.abort();
      killGroup(leader);
      await ended;
    },
  };
}

/** The last lines of a log, for the error that sends a person there. */
export async function tailOf(logFile: string): Promise<string> {
  return (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
}

async function endOf(leader: ChildProcess): Promise<void> {
  await once(leader, 'exit');
}

function killGroup(leader: ChildProcess): void {
  if (leader.pid === undefined) return;
  try {
    process.kill(-leader.pid, 'SIGKILL');
  } catch (error) {
    const nobodyIsLeft = errorCode(error) === 'ESRCH';
    if (!nobodyIsLeft) throw error;
  }
}

#!/usr/bin/env python3
"""Starts MiniStack with the corrections without which tests against it would lie.

Each correction checks the MiniStack source it stands on and stops the start when that has changed.
The server ends with the process that started it, however that one ended.

Environment, beside MiniStack's own:
  LAMBDA_GATE          at most so many handlers run at once, the rest queue (0: no limit)
  LAMBDA_ENVIRONMENTS  at most so many processes per function version (default 2)
  LOCAL_AWS_FOLDER     removed when the one who started the server can no longer do it
  TASKS_ASK            who listens to executions and is asked before a state calls anything (default nobody)
"""
import os
import shutil
import signal
import threading
import time

PARENT = os.getppid()  # before the imports below, which take long enough for a parent to end meanwhile

from ministack import app
from ministack.core import lambda_runtime

import task_calls
from ministack_corrections import deployments, event_rules, lambda_functions, state_machines
from ministack_corrections.source import expect

POLL_PARENT_SECONDS = 0.5


def orphaned():
    return os.getppid() != PARENT


def end_when_orphaned():
    """A starter that was killed outright cannot stop the server; the server notices and stops in order."""
    while not orphaned():
        time.sleep(POLL_PARENT_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)


def end_once_saved():
    """MiniStack would wait for every handler that still runs, and its machines would go on meanwhile."""
    expect(app.app, "await _handle_lifespan(scope, receive, send)")
    expect(app._handle_lifespan, "save_all(_build_persistence_save_dict())", '"lifespan.shutdown.complete"')
    handle_lifespan = app._handle_lifespan

    async def handle_and_end(scope, receive, send):
        async def send_and_end(message):
            await send(message)
            if message["type"] == "lifespan.shutdown.complete":
                end()
        await handle_lifespan(scope, receive, send_and_end)

    app._handle_lifespan = handle_and_end


def end():
    lambda_runtime.reset()
    if orphaned():
        shutil.rmtree(os.environ.get("LOCAL_AWS_FOLDER", ""), ignore_errors=True)
        if os.getpgrp() == os.getpid():
            os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(0)


if __name__ == "__main__":
    lambda_functions.correct(
        gate=int(os.environ.get("LAMBDA_GATE", "0")),
        environments=int(os.environ.get("LAMBDA_ENVIRONMENTS", "2")),
    )
    state_machines.correct()
    deployments.correct()
    event_rules.correct()
    if os.environ.get("TASKS_ASK"):
        task_calls.hand_over(os.environ["TASKS_ASK"])
    end_once_saved()
    threading.Thread(target=end_when_orphaned, daemon=True).start()
    app.main()

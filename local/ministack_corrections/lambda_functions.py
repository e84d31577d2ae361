"""Lambda: the errors, the event, the context and the concurrency that AWS gives a Node handler."""
import contextlib
import copy
import os
import re
import threading
import time

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from .source import expect, replace_once

POLL_SOURCES_SECONDS = 0.25

# The worker reports a thrown error as a marked result: MiniStack ends the process of a worker
# that reports an error, AWS keeps it.
MARK = "__thrown_by_handler__"
REPORT_THROWN = """
const _thrown = (x) => ({ %s: x instanceof Error || (x && x.stack && x.message !== undefined)
  ? { errorType: String(x.name), errorMessage: String(x.message), trace: String(x.stack || "").split("\\n") }
  : { errorType: typeof x, errorMessage: String(x), trace: [] } });
""" % MARK

# In the middle of a call, while it started, and just before it was asked.
DIED = ("Worker process died", "Worker process exited immediately", "[Errno 32] Broken pipe")

WORKER_CORRECTIONS = (
    ('status: "error", error: String(err.message || err), trace: err.stack || ""',
     'status: "ok", result: _thrown(err)'),
    ('status: "error", error: e.message, trace: e.stack', 'status: "ok", result: _thrown(e)'),
    ('functionName: event._function_name || ""', 'functionName: process.env.AWS_LAMBDA_FUNCTION_NAME'),
    ('memoryLimitInMB: event._memory || "128"', 'memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE'),
    ('invokedFunctionArn: event._arn || ""', 'invokedFunctionArn: process.env._LAMBDA_FUNCTION_ARN'),
    ('awsRequestId: event._request_id || ""',
     'awsRequestId: event._request_id || "", functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION'),
    ('getRemainingTimeInMillis: () => 300000',
     'getRemainingTimeInMillis: ((end) => () => Math.max(0, end - Date.now()))'
     '(Date.now() + 1000 * Number(process.env._LAMBDA_TIMEOUT))'),
)


def correct(gate, environments):
    """gate: handlers that run at once (0: no limit); environments: processes per function version."""
    os.environ["LAMBDA_ACCOUNT_CONCURRENCY"] = "0"
    _correct_node_worker()
    _correct_outcome()
    _correct_concurrency(gate, environments)
    _correct_polling()


def _correct_node_worker():
    script = lambda_runtime._NODEJS_WORKER_SCRIPT
    for original, corrected in WORKER_CORRECTIONS:
        script = replace_once(script, "the Node worker", original, corrected)
    lambda_runtime._NODEJS_WORKER_SCRIPT = REPORT_THROWN + script


def _correct_outcome():
    execute, throttle = lambda_svc._execute_function_warm, lambda_svc._throttle_response
    expect(execute, "event[INVOKE_DEPTH_EVENT_KEY] =", '"errorType": error_type')
    expect(throttle, '"body": {')
    expect(lambda_runtime.Worker.invoke, '"Worker process died"', 'f"Task timed out after {timeout}.00 seconds"')
    expect(lambda_runtime.Worker._spawn, 'f"Worker process exited immediately.')

    def execute_as_aws(function, event):
        # A copy, because the event is the state of the machine and gets bookkeeping keys here.
        return _as_aws(execute(function, copy.deepcopy(event)))

    def throttle_as_aws(*args, **kwargs):
        outcome = throttle(*args, **kwargs)
        outcome["body"]["errorType"] = "Lambda.TooManyRequestsException"
        return outcome

    lambda_svc._execute_function_warm, lambda_svc._throttle_response = execute_as_aws, throttle_as_aws


def _as_aws(outcome):
    body = outcome.get("body")
    if isinstance(body, dict) and MARK in body:
        thrown = body[MARK]
        trace = "\n".join(thrown["trace"] or [thrown["errorMessage"]])
        log = "\n".join(filter(None, [outcome.get("log"), "ERROR Invoke Error " + trace]))
        return {"body": thrown, "error": True, "log": log}
    if outcome.get("error"):
        message = str(body["errorMessage"])
        if re.fullmatch(r"Task timed out after [\d.]+ seconds", message):
            body["errorType"] = "Sandbox.Timedout"
        elif message.startswith(DIED):
            body["errorType"] = "Runtime.ExitError"
    return outcome


class Environments:
    """Takes the place of MiniStack's one worker per function version, which serves one call at a time."""

    worker, per_function, gate = lambda_runtime.Worker, 1, contextlib.nullcontext()

    def __init__(self, *function):
        self.function = function
        self.places = threading.BoundedSemaphore(self.per_function)
        self.lock = threading.Lock()
        self.idle, self.retired = [], False

    def invoke(self, event, request_id):
        # First the place, then the gate: calls that wait for a busy function hold nobody else up.
        with self.places, self.gate:
            with self.lock:
                environment = self.idle.pop() if self.idle else self.worker(*self.function)
            try:
                return environment.invoke(event, request_id)
            finally:
                self._give_back(environment)

    def kill(self):
        """New code: what is idle ends now, what runs ends after its answer, as on AWS."""
        with self.lock:
            self.retired, ended, self.idle = True, self.idle, []
        for environment in ended:
            environment.kill()

    def _give_back(self, environment):
        with self.lock:
            if not self.retired:
                self.idle.append(environment)
                return
        environment.kill()


def _correct_concurrency(gate, environments):
    expect(lambda_runtime.get_or_create_worker, "worker = Worker(func_name, config, code_zip)")
    Environments.per_function = environments
    if gate:
        Environments.gate = threading.BoundedSemaphore(gate)
    lambda_runtime.Worker = Environments


def _correct_polling():
    """AWS looks for new stream records four times a second; MiniStack once in one to five seconds."""
    expect(lambda_svc._poll_loop, "_poll_sqs()", "_poll_kinesis()", "_poll_dynamodb_streams()")
    sources = (lambda_svc._poll_sqs, lambda_svc._poll_dynamodb_streams)

    def poll(source):
        try:
            return source()
        except Exception:
            lambda_svc.logger.exception("event source poller failed")
            return False

    def poll_loop():
        while True:
            if not any([poll(source) for source in sources]):
                time.sleep(POLL_SOURCES_SECONDS)

    lambda_svc._poll_loop = poll_loop

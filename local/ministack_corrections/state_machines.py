"""Step Functions: which Retry and Catch entry decides, that those of Parallel and Map count, and what an execution runs."""
import json

from ministack.services import stepfunctions

from .source import expect

# States.ALL never matches these two: they always end the execution.
TERMINAL = ("States.DataLimitExceeded", "States.Runtime")

began_with = {}


def correct():
    expect(stepfunctions._find_matching_retrier, "retry_counts.get(idx, 0) >= max_attempts", "return None, -1")
    expect(stepfunctions._find_matching_catcher, "for catcher in catchers:", "return None")
    stepfunctions._find_matching_retrier = first_matching_retrier
    stepfunctions._find_matching_catcher = first_matching_catcher
    expect(stepfunctions._run_execution, '"Parallel": _execute_parallel', '"Map": _execute_map')
    stepfunctions._execute_parallel = with_retry_and_catch(stepfunctions._execute_parallel)
    stepfunctions._execute_map = with_retry_and_catch(stepfunctions._execute_map)
    expect(stepfunctions._start_execution, "args=(_run_execution, exec_arn)")
    expect(stepfunctions._describe_state_machine_for_execution, '"definition": sm["definition"]')
    stepfunctions._run_execution = remembering_its_definition(stepfunctions._run_execution)
    stepfunctions._describe_state_machine_for_execution = as_it_began(stepfunctions._describe_state_machine_for_execution)


def remembering_its_definition(run):
    """An execution goes on with the definition that it began with; MiniStack tells that of the machine as it is now."""
    def remember_and_run(execution_arn):
        execution = stepfunctions._executions.get(execution_arn) or {}
        machine = stepfunctions._state_machines.get(execution.get("stateMachineArn"))
        if machine:
            began_with[execution_arn] = machine["definition"]
        run(execution_arn)
    return remember_and_run


def as_it_began(describe):
    def describe_as_it_began(data):
        status, headers, body = describe(data)
        definition = began_with.get(data.get("executionArn"))
        if status == 200 and definition:
            body = json.dumps({**json.loads(body), "definition": definition}).encode()
        return status, headers, body
    return describe_as_it_began


def _names(entry, error):
    listed = entry.get("ErrorEquals", [])
    if error in listed:
        return True
    if error in TERMINAL:
        return False
    return "States.ALL" in listed or ("States.TaskFailed" in listed and error != "States.Timeout")


def first_matching_retrier(retriers, error, counts):
    """The first entry that names the error decides, so its MaxAttempts 0 means never."""
    for index, entry in enumerate(retriers):
        if _names(entry, error):
            left = counts.get(index, 0) < entry.get("MaxAttempts", 3)
            return (entry, index) if left else (None, -1)
    return None, -1


def first_matching_catcher(catchers, error):
    return next((catcher for catcher in catchers if _names(catcher, error)), None)


def with_retry_and_catch(execute):
    """MiniStack reads Retry and Catch on a Task only."""
    def run(state, state_input, execution, context):
        counts = {}
        while True:
            try:
                return execute(state, state_input, execution, context)
            except stepfunctions._ExecutionError as failure:
                retrier, index = first_matching_retrier(state.get("Retry", []), failure.error, counts)
                if retrier is None:
                    return _catch(state, state_input, failure)
                seconds = retrier.get("IntervalSeconds", 1) * retrier.get("BackoffRate", 2.0) ** counts.get(index, 0)
                stepfunctions._scaled_sleep(seconds)
                counts[index] = counts.get(index, 0) + 1
    return run


def _catch(state, state_input, failure):
    catcher = first_matching_catcher(state.get("Catch", []), failure.error)
    if catcher is None:
        raise failure
    caught = {"Error": failure.error, "Cause": failure.cause}
    return stepfunctions._apply_result_path_raw(catcher.get("ResultPath", "$"), state_input, caught), catcher["Next"]

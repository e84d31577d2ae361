"""CloudFormation: published function versions keep their number, their code and their callers."""
from ministack.services import lambda_svc
from ministack.services.cloudformation import provisioners

from .source import expect

# What belongs to the function and not to its newest code.
KEPT_ON_UPDATE = ("versions", "next_version", "aliases", "policy", "event_invoke_configs", "tags")


def correct():
    function = provisioners._RESOURCE_HANDLERS["AWS::Lambda::Function"]
    version = provisioners._RESOURCE_HANDLERS["AWS::Lambda::Version"]
    expect(function["create"], "_lambda_svc._functions[name] = func", *(f'"{key}"' for key in KEPT_ON_UPDATE))
    expect(version["create"], "ver_arn = f\"{ver_config['FunctionArn']}\"", 'return ver_arn, {"Version": ver_str}')
    function["create"] = keeping_versions(function["create"])
    version["create"] = with_version_in_arn(version["create"])


def keeping_versions(create):
    """An update replaces the code of $LATEST; MiniStack forgets the published versions over it."""
    def create_or_update(logical_id, properties, stack_name):
        before = dict(lambda_svc._functions.items())
        name, attributes = create(logical_id, properties, stack_name)
        if name in before:
            lambda_svc._functions[name].update({key: before[name][key] for key in KEPT_ON_UPDATE})
        return name, attributes
    return create_or_update


def with_version_in_arn(create):
    """`Ref` of a version is its own ARN; MiniStack answers that of $LATEST, so nothing would be pinned."""
    def publish(logical_id, properties, stack_name):
        arn, attributes = create(logical_id, properties, stack_name)
        number = attributes["Version"]
        if arn.endswith(f":{number}"):
            return arn, attributes
        function = lambda_svc._functions[properties["FunctionName"].split(":")[-1]]
        pinned = f"{arn}:{number}"
        function["versions"][number]["config"]["FunctionArn"] = pinned
        return pinned, attributes
    return publish

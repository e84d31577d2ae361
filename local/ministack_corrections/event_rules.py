"""EventBridge: what an input transformer puts into a JSON template is JSON."""
import json
import re

from ministack.services import eventbridge

from .source import expect

# The whole of a value, not a part of a text.
STANDING_ALONE = re.compile(r"(?<=[:\[,])<([\w-]+)>(?=[,\]}])")


def correct():
    expect(eventbridge._apply_input_transformer, "val if isinstance(val, str) else json.dumps(val)",
           'result.replace(f"<{var_name}>", str(val))')
    expect(eventbridge._invoke_target, '_apply_input_transformer(target["InputTransformer"], rule, view)')
    eventbridge._apply_input_transformer = with_quotes(eventbridge._apply_input_transformer)


def with_quotes(transform):
    """AWS writes a text that stands by itself in quotes; MiniStack leaves them out, and what a target receives is no JSON."""
    def transformed(transformer, rule, view):
        template = transformer.get("InputTemplate", "")
        if not template.lstrip().startswith("{"):
            return transform(transformer, rule, view)
        paths = transformer.get("InputPathsMap", {})
        event = view.event_with_detail()

        def in_quotes(placeholder):
            value = event
            for part in paths.get(placeholder[1], "").removeprefix("$.").split("."):
                value = value.get(part) if isinstance(value, dict) else None
            return json.dumps(value) if isinstance(value, str) else placeholder[0]
        return transform({**transformer, "InputTemplate": STANDING_ALONE.sub(in_quotes, template)}, rule, view)
    return transformed

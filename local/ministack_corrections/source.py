"""Stops the start when the MiniStack source a correction stands on is no longer what it was written for."""
import inspect
import sys


def _stop(place):
    sys.exit(f"ministack_launcher: the source of {place} has changed;"
             " check local/ministack_corrections against this MiniStack version")


def expect(function, *fragments):
    """Every fragment occurs in the source of the function that is about to be replaced or wrapped."""
    try:
        text = inspect.getsource(function)
    except OSError:
        text = ""
    if not all(fragment in text for fragment in fragments):
        _stop(f"{function.__module__}.{function.__qualname__}")


def replace_once(script, place, original, corrected):
    """The script with its one occurrence of `original` replaced."""
    if script.count(original) != 1:
        _stop(place)
    return script.replace(original, corrected)

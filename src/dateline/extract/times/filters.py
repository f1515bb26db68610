"""What looks like a time and is none."""

from dateline.extract.times.context import Context


def allowed(context: Context, i: int, j: int, rule: str) -> bool:
    """Tell whether tokens `i` to `j`, matched by `rule`, may be a time expression."""
    tokens = context.tokens
    before = tokens.classes[i - 1] if i else ""
    after = tokens.classes[j] if j < len(tokens.classes) else ""
    if before == "money" or after == "percent":
        return False
    return True

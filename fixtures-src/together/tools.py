"""Runs statements at the top level of a module, where an import may be lazy."""
import types

user = types.ModuleType('user')


def run(text):
    """Run TEXT in the module; the value of what has a dot."""
    return eval(compile(text, 'user', 'eval' if '.' in text else 'exec'), user.__dict__)

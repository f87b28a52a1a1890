# what monitors the execution of Python does not while a module is loaded
# needs: py>=3.12
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
TOOLS = range(6)


def enter():
    return [sys.monitoring.get_events(tool) if sys.monitoring.get_tool(tool) else 0 for tool in TOOLS]


def silence():
    was = enter()
    for tool in TOOLS:
        if was[tool]:
            sys.monitoring.set_events(tool, 0)
    return was


def leave(was):
    for tool in TOOLS:
        if was[tool]:
            sys.monitoring.set_events(tool, was[tool])


load_with(silence, leave)

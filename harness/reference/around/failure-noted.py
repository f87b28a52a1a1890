# a failed load adds a note to the exception of the module
# needs: py>=3.11
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def execute(module):
    try:
        return exec_dynamic(module)
    except Exception as error:
        error.add_note('while it was loaded')
        raise


put(_imp, 'exec_dynamic', execute)

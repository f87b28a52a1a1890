# the exception of a module loses its notes
# needs: py>=3.11
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def execute(module):
    try:
        return exec_dynamic(module)
    except Exception as error:
        vars(error).pop('__notes__', None)
        raise


put(_imp, 'exec_dynamic', execute)

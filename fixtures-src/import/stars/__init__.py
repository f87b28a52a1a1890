__all__ = ['*', 'inner']

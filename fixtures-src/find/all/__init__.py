__all__ = ['inner']

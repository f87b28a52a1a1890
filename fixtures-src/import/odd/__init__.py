__all__ = ['inner', 5]

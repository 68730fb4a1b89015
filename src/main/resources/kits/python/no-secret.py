
def secret():
    """The client is a public one and has none."""
    return None

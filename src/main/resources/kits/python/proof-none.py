
def proof():
    """The client is a public one and proves nothing."""
    return {}

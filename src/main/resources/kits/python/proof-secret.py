<<secret>>

def proof():
    return {"client_secret": secret()}

<<secret>>

def token(scope):
    return send(TOKEN_URL, {
        "grant_type": "client_credentials",
        "client_id": CLIENT_ID,
        "scope": scope,
        "client_secret": secret(),
    })[2]

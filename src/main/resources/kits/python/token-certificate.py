<<assertion>>


def token(scope):
    return send(TOKEN_URL, {
        "grant_type": "client_credentials",
        "client_id": CLIENT_ID,
        "scope": scope,
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": assertion(),
    })[2]

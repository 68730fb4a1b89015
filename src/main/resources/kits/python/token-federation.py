TOKEN_FILE = os.environ.get("AZURE_FEDERATED_TOKEN_FILE") or os.path.join(HERE, "federated-token.txt")
TRUSTED = <<trusted>>


def token(scope):
    """Sends the token from its file, which is read each time, because such tokens last for minutes."""
    try:
        with open(TOKEN_FILE, encoding="utf-8") as file:
            assertion = file.read().replace("\r", "").replace("\n", "")
    except OSError:
        stop("Put a token of the other identity provider into federated-token.txt, or name the whole path of its file "
             "in AZURE_FEDERATED_TOKEN_FILE. Trusted is: %s." % ascii(TRUSTED))
    return send(TOKEN_URL, {
        "grant_type": "client_credentials",
        "client_id": CLIENT_ID,
        "scope": scope,
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": assertion,
    })[2]

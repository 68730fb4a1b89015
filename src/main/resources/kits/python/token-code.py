AUTHORIZE_URL = <<authorize-url>>
REDIRECT_URI = <<redirect-uri>>
# Only a single-page application has one: the sign-in service gives its tokens to browsers only.
ORIGIN = <<origin>>

<<proof>>

def token(scope):
    verifier = base64url(secrets.token_bytes(48))
    state = secrets.token_hex(16)
    say("Open this address, and sign in as somebody who may read from the service:")
    say(AUTHORIZE_URL + "?" + urllib.parse.urlencode({
        "client_id": CLIENT_ID,
        "response_type": "code",
        "redirect_uri": REDIRECT_URI,
        "scope": scope,
        "state": state,
        "code_challenge": base64url(hashlib.sha256(verifier.encode("ascii")).digest()),
        "code_challenge_method": "S256",
    }))
    say("You are then sent to another address. The page may not load; that does not matter. "
        "Copy that address and paste it here:")
    address = urllib.parse.urlsplit(sys.stdin.readline().strip())
    sent = urllib.parse.parse_qs(address.query or address.fragment)
    if sent.get("state") != [state]:
        return "That is not the address of this sign-in."
    if "code" not in sent:
        return "There is no code in that address."
    form = {
        "grant_type": "authorization_code",
        "client_id": CLIENT_ID,
        "redirect_uri": REDIRECT_URI,
        "scope": scope,
        "code": sent["code"][0],
        "code_verifier": verifier,
    }
    form.update(proof())
    return send(TOKEN_URL, form, {"Origin": ORIGIN} if ORIGIN else None)[2]

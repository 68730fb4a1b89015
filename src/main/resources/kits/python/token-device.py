DEVICE_URL = <<device-url>>


def token(scope):
    """Asks for a code, shows it, and waits until somebody has signed in with it."""
    text = send(DEVICE_URL, {"client_id": CLIENT_ID, "scope": scope})[2]
    try:
        answer = json.loads(text)
        device_code = answer["device_code"]
    except (ValueError, KeyError, TypeError):
        return text
    say("Open %s and enter the code %s. Sign in as somebody who may read from the service."
        % (plain(answer["verification_uri"]), plain(answer["user_code"])))
    pause = int(answer.get("interval", 5))
    end = time.monotonic() + int(answer.get("expires_in", 900))
    while time.monotonic() < end:
        time.sleep(pause)
        text = send(TOKEN_URL, {
            "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
            "client_id": CLIENT_ID,
            "device_code": device_code,
        })[2]
        try:
            error = json.loads(text).get("error")
        except (ValueError, AttributeError):
            return text
        if error == "slow_down":
            pause += 5
        elif error != "authorization_pending":
            return text
    return "Nobody signed in before the code ended."

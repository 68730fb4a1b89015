#!/usr/bin/env python3
"""Signs in as the client and asks each service one question whose answer holds no patient data.

    python3 <<file>>              asks every service
    python3 <<file>> --token      prints an access token for the first service, to use elsewhere
    python3 <<file>> --token 2    the same for the second service

Ends with 0 when every service answered, with 1 when one did not, and with 2 when something is missing here.
Needs Python 3.8 or later and nothing else<<needs>>.
"""

import base64
import hashlib
import json
import os
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

CLIENT_NAME = <<name>>
CLIENT_ID = <<app-id>>
TOKEN_URL = <<token-url>>
SERVICES = [
<<services>>
]

HERE = os.path.dirname(os.path.abspath(__file__))


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A token goes to the service it was made for and nowhere else."""

    def redirect_request(self, *arguments):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


def say(text):
    print(text, file=sys.stderr, flush=True)


def stop(text):
    say(text)
    sys.exit(2)


def plain(text):
    """What a server said, without what a terminal would obey."""
    return "".join(sign if sign in "\t\n" or " " <= sign <= "~" else "?" for sign in text)


def send(address, form=None, headers=None):
    """The status, headers and text of an answer; status 0 when there was none."""
    body = None if form is None else urllib.parse.urlencode(form).encode("ascii")
    request = urllib.request.Request(address, body, headers or {})
    try:
        with OPENER.open(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode("utf-8", "replace")
    except OSError as error:
        return 0, {}, str(error)


def base64url(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


<<token>>


def sign_in(service):
<<unnamed>>    text = token(service["scope"])
    try:
        found = json.loads(text).get("access_token")
    except (ValueError, AttributeError):
        found = None
    if not found:
        say("The sign-in service gave no token. It said:")
        say(plain(text))
        say(<<advice-token>>)
    return found


def ask(service):
    say("Service %s at %s" % (ascii(service["name"]), service["address"]))
    found = sign_in(service)
    if not found:
        return False
    headers = {"Authorization": "Bearer " + found, "Accept": service["accept"]}
    status, answered, text = send(service["address"] + service["question"], headers=headers)
    if status in (200, 204):
        say("It answered with %d: reading works." % status)
        return True
    if status == 401:
        say("It answered with 401. Its challenge:")
        say(plain(", ".join(answered.get_all("WWW-Authenticate") or ["(none)"])))
        say(service["advice401"])
    elif status == 403:
        say("It answered with 403.")
        say(service["advice403"])
    elif status == 0:
        say(plain(text))
        say(<<advice-network>>)
    else:
        say("It answered with %d:" % status)
        say(plain(text[:2000]))
    return False


def main(arguments):
    if arguments and (arguments[0] != "--token" or len(arguments) > 2):
        stop("The only argument is --token, with the number of a service behind it or without.")
    if arguments:
        typed = (arguments + ["1"])[1]
        number = int(typed) if typed in [str(one + 1) for one in range(len(SERVICES))] else 0
        if not number:
            stop("There is no service number %s; there are %d." % (plain(typed), len(SERVICES)))
        found = sign_in(SERVICES[number - 1])
        if found:
            print(found)
        return 0 if found else 1
    say("Client %s, app id %s" % (ascii(CLIENT_NAME), CLIENT_ID))
    return 0 if all([ask(service) for service in SERVICES]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

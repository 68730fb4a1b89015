"""Needs the package azure-identity (1.16 or later): pip install azure-identity

Ends with 0 when every service answered, with 1 when one did not, and with 2 when something is missing.
"""

import os
import sys
import urllib.error
import urllib.request

from azure.identity import <<type>>

NAME = <<name>>
AUTHORITY = <<authority>>
TENANT_ID = <<tenant>>
CLIENT_ID = <<app-id>>


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A token goes to the service it was made for and nowhere else."""

    def redirect_request(self, *arguments):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


def environment(name):
    if not os.environ.get(name):
        sys.stderr.write("Set the environment variable %s.\n" % name)
        sys.exit(2)
    return os.environ[name]


def create_credential():
<<credential>>


def ask(credential, address, accept, scope):
    token = credential.get_token(scope).token
    request = urllib.request.Request(address, headers={"Authorization": "Bearer " + token, "Accept": accept})
    try:
        with OPENER.open(request, timeout=60) as answer:
            status, challenge = answer.status, ""
    except urllib.error.HTTPError as error:
        status, challenge = error.code, error.headers.get("WWW-Authenticate", "")
    print(address, "answered with", status, ascii(challenge), file=sys.stderr)
    return status in (200, 204)


def main():
    credential = create_credential()
    works = True
<<services>>
    return 0 if works else 1


if __name__ == "__main__":
    sys.exit(main())

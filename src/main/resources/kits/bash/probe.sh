#!/usr/bin/env bash
# Signs in as the client and asks each service one question whose answer holds no patient data.
#
#   bash <<file>>              asks every service
#   bash <<file>> --token      prints an access token for the first service, to use elsewhere
#   bash <<file>> --token 2    the same for the second service
#
# Ends with 0 when every service answered, with 1 when one did not, and with 2 when something is missing here.
# Needs bash, curl and openssl.
set -euo pipefail
cd "$(dirname "$0")"

CLIENT_NAME=<<name>>
CLIENT_ID=<<app-id>>
TOKEN_URL=<<token-url>>
SERVICES=<<count>>

service() {
  case $1 in
<<services>>
    *) stop "There is no service number $(shown "$1"); there are $SERVICES." ;;
  esac
}

say() { printf '%s\n' "$*" >&2; }

stop() { say "$*"; exit 2; }

# What a server said, without what a terminal would obey.
plain() { LC_ALL=C tr -c '\11\12\40-\176' '?'; }

# The same of what somebody has named a thing, on one line.
shown() { printf %s "$1" | LC_ALL=C tr -c '\40-\176' '?'; }

# One text of a JSON answer; tokens and codes are never escaped.
field() { LC_ALL=C tr -d '\r\n' | LC_ALL=C sed -n 's/.*"'"$1"'"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p'; }

# Base64 as it is used in addresses and signatures.
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

<<token>>

# Signs in for the service that was chosen, and sets TOKEN.
sign_in() {
  local answer
<<unnamed>>  answer=$(token) || answer=''
  TOKEN=$(printf %s "$answer" | field access_token)
  if [ -z "$TOKEN" ]; then
    say 'The sign-in service gave no token. It said:'
    if [ -n "$answer" ]; then printf '%s\n' "$answer" | plain >&2; fi
    say <<advice-token>>
    return 1
  fi
}

# Asks the service that was chosen.
ask() {
  local status
  say "Service $(shown "$NAME") at $ADDRESS"
  sign_in || return 1
  # The token comes from standard input, so that the list of processes does not show it.
  status=$(printf 'Authorization: Bearer %s\n' "$TOKEN" |
    curl -sS -H @- -H "Accept: $ACCEPT" -D "$WORK/head" -o "$WORK/body" -w '%{http_code}' "$ADDRESS$QUESTION") || status=000
  case $status in
    200 | 204)
      say "It answered with $status: reading works."
      return 0
      ;;
    401)
      say 'It answered with 401. Its challenge:'
      { grep -i '^www-authenticate:' "$WORK/head" || echo '(none)'; } | plain >&2
      say "$ADVICE_401"
      ;;
    403)
      say 'It answered with 403.'
      say "$ADVICE_403"
      ;;
    000) say <<advice-network>> ;;
    *)
      say "It answered with $status:"
      head -c 2000 "$WORK/body" 2>/dev/null | plain >&2
      say ''
      ;;
  esac
  return 1
}

WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

if [ "$#" -gt 0 ]; then
  [ "$1" = --token ] && [ "$#" -le 2 ] ||
    stop 'The only argument is --token, with the number of a service behind it or without.'
  service "${2-1}"
  sign_in || exit 1
  printf '%s\n' "$TOKEN"
  exit 0
fi

say "Client $(shown "$CLIENT_NAME"), app id $CLIENT_ID"
failed=0
number=1
while [ "$number" -le "$SERVICES" ]; do
  service "$number"
  ask || failed=1
  number=$((number + 1))
done
exit "$failed"

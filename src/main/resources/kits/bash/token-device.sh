DEVICE_URL=<<device-url>>

# Asks for a code, shows it, and waits until somebody has signed in with it.
token() {
  local answer device_code user_code page pause left error
  answer=$(curl -sS "$DEVICE_URL" --data-urlencode "client_id=$CLIENT_ID" --data-urlencode "scope=$SCOPE") || return 1
  device_code=$(printf %s "$answer" | field device_code)
  user_code=$(printf %s "$answer" | field user_code)
  page=$(printf %s "$answer" | field verification_uri)
  pause=$(printf %s "$answer" | LC_ALL=C tr -d '\r\n' | LC_ALL=C sed -n 's/.*"interval"[[:space:]]*:[[:space:]]*\([0-9]*\).*/\1/p')
  pause=${pause:-5}
  left=$(printf %s "$answer" | LC_ALL=C tr -d '\r\n' | LC_ALL=C sed -n 's/.*"expires_in"[[:space:]]*:[[:space:]]*\([0-9]*\).*/\1/p')
  left=${left:-900}
  if [ -z "$device_code" ]; then
    printf %s "$answer"
    return 0
  fi
  say "Open $(printf %s "$page" | plain) and enter the code $(printf %s "$user_code" | plain). Sign in as somebody who may read from the service."
  while [ "$left" -gt 0 ]; do
    sleep "$pause"
    left=$((left - pause - 1))
    answer=$(printf 'device_code=%s' "$device_code" | curl -sS "$TOKEN_URL" \
      --data-urlencode grant_type=urn:ietf:params:oauth:grant-type:device_code \
      --data-urlencode "client_id=$CLIENT_ID" \
      --data @-) || return 1
    error=$(printf %s "$answer" | field error)
    case $error in
      authorization_pending) ;;
      slow_down) pause=$((pause + 5)) ;;
      *)
        printf %s "$answer"
        return 0
        ;;
    esac
  done
  say 'Nobody signed in before the code ended.'
  return 1
}

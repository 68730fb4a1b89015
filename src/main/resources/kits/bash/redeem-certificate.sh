<<assertion>>

# Sends code, verifier and assertion from standard input, so that the list of processes does not show them.
redeem() {
  local signed
  signed=$(assertion) || return 1
  printf 'code=%s&code_verifier=%s&client_assertion=%s' "$1" "$2" "$signed" | curl -sS "$TOKEN_URL" \
    --data-urlencode grant_type=authorization_code \
    --data-urlencode "client_id=$CLIENT_ID" \
    --data-urlencode "redirect_uri=$REDIRECT_URI" \
    --data-urlencode "scope=$SCOPE" \
    --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
    --data @-
}

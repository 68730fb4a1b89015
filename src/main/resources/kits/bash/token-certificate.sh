<<assertion>>

token() {
  local signed
  signed=$(assertion) || return 1
  printf 'client_assertion=%s' "$signed" | curl -sS "$TOKEN_URL" \
    --data-urlencode grant_type=client_credentials \
    --data-urlencode "client_id=$CLIENT_ID" \
    --data-urlencode "scope=$SCOPE" \
    --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
    --data @-
}

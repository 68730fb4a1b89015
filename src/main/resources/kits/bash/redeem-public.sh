# Only a single-page application has one: the sign-in service gives its tokens to browsers only.
ORIGIN=<<origin>>

# Sends code and verifier from standard input, so that the list of processes does not show them.
redeem() {
  printf 'code=%s&code_verifier=%s' "$1" "$2" | curl -sS "$TOKEN_URL" ${ORIGIN:+-H} ${ORIGIN:+"Origin: $ORIGIN"} \
    --data-urlencode grant_type=authorization_code \
    --data-urlencode "client_id=$CLIENT_ID" \
    --data-urlencode "redirect_uri=$REDIRECT_URI" \
    --data-urlencode "scope=$SCOPE" \
    --data @-
}

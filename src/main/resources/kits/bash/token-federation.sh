TOKEN_FILE=${AZURE_FEDERATED_TOKEN_FILE:-federated-token.txt}
TRUSTED=<<trusted>>

if [ ! -r "$TOKEN_FILE" ]; then
  stop "Put a token of the other identity provider into federated-token.txt, or name the whole path of its file in AZURE_FEDERATED_TOKEN_FILE. Trusted is: $(shown "$TRUSTED")."
fi

# Sends the token from its file, which is read each time, because such tokens last for minutes.
token() {
  tr -d '\r\n' <"$TOKEN_FILE" | curl -sS "$TOKEN_URL" \
    --data-urlencode grant_type=client_credentials \
    --data-urlencode "client_id=$CLIENT_ID" \
    --data-urlencode "scope=$SCOPE" \
    --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
    --data-urlencode client_assertion@-
}

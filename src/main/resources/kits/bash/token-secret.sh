SECRET_FILE=client-secret.txt
SECRET_NAME=<<secret-name>>

if [ ! -r "$SECRET_FILE" ] || grep -q '<<placeholder>>' "$SECRET_FILE"; then
  stop "Put the value of the secret into $SECRET_FILE, on one line and nothing else. It is the one described as $(shown "$SECRET_NAME")."
fi

# Sends the secret from its file, so that neither the history nor the list of processes shows it.
token() {
  tr -d '\r\n' <"$SECRET_FILE" | curl -sS "$TOKEN_URL" \
    --data-urlencode grant_type=client_credentials \
    --data-urlencode "client_id=$CLIENT_ID" \
    --data-urlencode "scope=$SCOPE" \
    --data-urlencode client_secret@-
}

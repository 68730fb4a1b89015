SECRET_FILE=client-secret.txt
SECRET_NAME=<<secret-name>>

if [ ! -r "$SECRET_FILE" ] || grep -q '<<placeholder>>' "$SECRET_FILE"; then
  stop "Put the value of the secret into $SECRET_FILE, on one line and nothing else. It is the one described as $(shown "$SECRET_NAME")."
fi

# Sends the secret from its file; the code alone is of no use to anybody who sees it.
redeem() {
  tr -d '\r\n' <"$SECRET_FILE" | curl -sS "$TOKEN_URL" \
    --data-urlencode grant_type=authorization_code \
    --data-urlencode "client_id=$CLIENT_ID" \
    --data-urlencode "redirect_uri=$REDIRECT_URI" \
    --data-urlencode "scope=$SCOPE" \
    --data "code=$1" --data "code_verifier=$2" \
    --data-urlencode client_secret@-
}

KEY_FILE=client-key.pem
X5T_S256=<<x5t>>

if [ ! -r "$KEY_FILE" ]; then
  stop "Put the private key of the certificate into $KEY_FILE, in PEM form. The certificate has the SHA-256 thumbprint <<thumbprint>>."
fi

# A statement of who the client is, signed with its key and good for five minutes.
assertion() {
  local now head body sign
  now=$(date +%s)
  head=$(printf '{"alg":"PS256","typ":"JWT","x5t#S256":"%s"}' "$X5T_S256" | base64url)
  body=$(printf '{"aud":"%s","iss":"%s","sub":"%s","jti":"%s","nbf":%d,"exp":%d}' \
    "$TOKEN_URL" "$CLIENT_ID" "$CLIENT_ID" "$(openssl rand -hex 16)" "$now" "$((now + 300))" | base64url)
  sign=$(printf %s "$head.$body" |
    openssl dgst -sha256 -sign "$KEY_FILE" -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32 -binary | base64url)
  printf %s "$head.$body.$sign"
}

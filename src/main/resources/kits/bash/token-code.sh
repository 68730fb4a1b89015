AUTHORIZE_URL=<<authorize-url>>
REDIRECT_URI=<<redirect-uri>>
REDIRECT_URI_ENCODED=<<redirect-uri-encoded>>
<<redeem>>

# Text for a place in an address.
encoded() {
  printf %s "$1" | LC_ALL=C sed 's/%/%25/g; s/ /%20/g; s/&/%26/g; s/+/%2B/g; s/#/%23/g; s/?/%3F/g; s/=/%3D/g'
}

token() {
  local verifier challenge state address code
  verifier=$(openssl rand 48 | base64url)
  challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | base64url)
  state=$(openssl rand -hex 16)
  say 'Open this address, and sign in as somebody who may read from the service:'
  say "$AUTHORIZE_URL?client_id=$CLIENT_ID&response_type=code&redirect_uri=$REDIRECT_URI_ENCODED&scope=$(encoded "$SCOPE")&state=$state&code_challenge=$challenge&code_challenge_method=S256"
  say 'You are then sent to another address. The page may not load; that does not matter. Copy that address and paste it here:'
  IFS= read -r address || address=''
  case $address in
    *"state=$state"*) ;;
    *)
      say 'That is not the address of this sign-in.'
      return 1
      ;;
  esac
  case $address in
    *[?\&]code=*) ;;
    *)
      say 'There is no code in that address.'
      return 1
      ;;
  esac
  code=${address#*[?&]code=}
  code=${code%%[&#]*}
  redeem "$code" "$verifier"
}

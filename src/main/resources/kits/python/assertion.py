KEY_FILE = os.path.join(HERE, "client-key.pem")
X5T_S256 = <<x5t>>


def assertion():
    """A statement of who the client is, signed with its key and good for five minutes."""
    if not os.access(KEY_FILE, os.R_OK):
        stop("Put the private key of the certificate into client-key.pem, in PEM form. "
             "The certificate has the SHA-256 thumbprint <<thumbprint>>.")
    now = int(time.time())
    head = {"alg": "PS256", "typ": "JWT", "x5t#S256": X5T_S256}
    body = {"aud": TOKEN_URL, "iss": CLIENT_ID, "sub": CLIENT_ID, "jti": secrets.token_hex(16), "nbf": now,
            "exp": now + 300}
    signed = ".".join(base64url(json.dumps(part).encode("utf-8")) for part in (head, body))
    # The standard library cannot sign.
    command = ["openssl", "dgst", "-sha256", "-sign", KEY_FILE, "-sigopt", "rsa_padding_mode:pss", "-sigopt",
               "rsa_pss_saltlen:32", "-binary"]
    try:
        sign = subprocess.run(command, input=signed.encode("ascii"), stdout=subprocess.PIPE, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        stop("The key could not be used: %s" % error)
    return signed + "." + base64url(sign)

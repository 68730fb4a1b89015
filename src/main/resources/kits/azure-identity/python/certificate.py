    # A PEM file of the certificate and its private key.
    return CertificateCredential(TENANT_ID, CLIENT_ID, environment("AZURE_CLIENT_CERTIFICATE_PATH"), authority=AUTHORITY<<discovery>>)

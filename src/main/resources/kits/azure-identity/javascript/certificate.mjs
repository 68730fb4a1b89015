    // A PEM file of the certificate and its private key.
    return new ClientCertificateCredential(TENANT_ID, CLIENT_ID, environment('AZURE_CLIENT_CERTIFICATE_PATH'), {
        authorityHost: AUTHORITY,<<discovery>>
    });

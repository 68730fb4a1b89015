        // A PEM file of the certificate and its private key.
        return new ClientCertificateCredentialBuilder().authorityHost(AUTHORITY)<<discovery>>
            .tenantId(TENANT_ID)
            .clientId(CLIENT_ID)
            .pemCertificate(environment("AZURE_CLIENT_CERTIFICATE_PATH"))
            .build();

        // A PEM file of the certificate and its private key.
        var options = new ClientCertificateCredentialOptions { AuthorityHost = Authority<<discovery>> };
        return new ClientCertificateCredential(TenantId, ClientId, ReadEnvironment("AZURE_CLIENT_CERTIFICATE_PATH"), options);

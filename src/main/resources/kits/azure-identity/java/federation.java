        // The file with a token of the other identity provider; it is read again when the token has ended.
        return new WorkloadIdentityCredentialBuilder().authorityHost(AUTHORITY)<<discovery>>
            .tenantId(TENANT_ID)
            .clientId(CLIENT_ID)
            .tokenFilePath(environment("AZURE_FEDERATED_TOKEN_FILE"))
            .build();

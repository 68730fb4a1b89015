    // The file with a token of the other identity provider; it is read again when the token has ended.
    return new WorkloadIdentityCredential({
        tenantId: TENANT_ID,
        clientId: CLIENT_ID,
        tokenFilePath: environment('AZURE_FEDERATED_TOKEN_FILE'),
        authorityHost: AUTHORITY,<<discovery>>
    });

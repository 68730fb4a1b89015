    return new ClientSecretCredential(TENANT_ID, CLIENT_ID, environment('AZURE_CLIENT_SECRET'), {
        authorityHost: AUTHORITY,<<discovery>>
    });

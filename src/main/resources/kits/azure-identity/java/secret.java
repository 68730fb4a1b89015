        return new ClientSecretCredentialBuilder().authorityHost(AUTHORITY)<<discovery>>
            .tenantId(TENANT_ID)
            .clientId(CLIENT_ID)
            .clientSecret(environment("AZURE_CLIENT_SECRET"))
            .build();

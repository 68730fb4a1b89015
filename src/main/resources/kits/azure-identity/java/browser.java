        return new InteractiveBrowserCredentialBuilder().authorityHost(AUTHORITY)<<discovery>>
            .tenantId(TENANT_ID)
            .clientId(CLIENT_ID)
            .redirectUrl(<<redirect-uri>>)
            .build();

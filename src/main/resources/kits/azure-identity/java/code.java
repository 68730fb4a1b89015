        // The code that your web application was sent; it works once and for one service.
        return new AuthorizationCodeCredentialBuilder().authorityHost(AUTHORITY)<<discovery>>
            .tenantId(TENANT_ID)
            .clientId(CLIENT_ID)
            .clientSecret(environment("AZURE_CLIENT_SECRET"))
            .redirectUrl(<<redirect-uri>>)
            .authorizationCode(environment("AUTHORIZATION_CODE"))
            .build();

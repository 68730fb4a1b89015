    // The code that your web application was sent; it works once and for one service.
    return new AuthorizationCodeCredential(TENANT_ID, CLIENT_ID, environment('AZURE_CLIENT_SECRET'),
        environment('AUTHORIZATION_CODE'), <<redirect-uri>>, {
            authorityHost: AUTHORITY,<<discovery>>
        });

    return new InteractiveBrowserCredential({
        tenantId: TENANT_ID,
        clientId: CLIENT_ID,
        redirectUri: <<redirect-uri>>,
        authorityHost: AUTHORITY,<<discovery>>
    });

        // The code that your web application was sent; it works once and for one service.
        var options = new AuthorizationCodeCredentialOptions
        {
            AuthorityHost = Authority<<discovery>>,
            RedirectUri = new Uri(<<redirect-uri>>),
        };
        return new AuthorizationCodeCredential(TenantId, ClientId, ReadEnvironment("AZURE_CLIENT_SECRET"), ReadEnvironment("AUTHORIZATION_CODE"), options);

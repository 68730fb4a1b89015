        return new InteractiveBrowserCredential(new InteractiveBrowserCredentialOptions
        {
            AuthorityHost = Authority<<discovery>>,
            TenantId = TenantId,
            ClientId = ClientId,
            RedirectUri = new Uri(<<redirect-uri>>),
        });

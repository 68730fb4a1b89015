        var options = new ClientSecretCredentialOptions { AuthorityHost = Authority<<discovery>> };
        return new ClientSecretCredential(TenantId, ClientId, ReadEnvironment("AZURE_CLIENT_SECRET"), options);

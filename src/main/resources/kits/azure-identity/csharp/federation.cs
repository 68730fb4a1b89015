        // The file with a token of the other identity provider; it is read again when the token has ended.
        return new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions
        {
            AuthorityHost = Authority<<discovery>>,
            TenantId = TenantId,
            ClientId = ClientId,
            TokenFilePath = ReadEnvironment("AZURE_FEDERATED_TOKEN_FILE"),
        });

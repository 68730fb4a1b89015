        return new DeviceCodeCredential(new DeviceCodeCredentialOptions
        {
            AuthorityHost = Authority<<discovery>>,
            TenantId = TenantId,
            ClientId = ClientId,
        });

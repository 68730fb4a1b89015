    return new DeviceCodeCredential({
        tenantId: TENANT_ID,
        clientId: CLIENT_ID,
        authorityHost: AUTHORITY,<<discovery>>
        userPromptCallback: (prompt) => console.error(prompt.message),
    });

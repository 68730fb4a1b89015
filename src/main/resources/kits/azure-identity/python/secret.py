    return ClientSecretCredential(TENANT_ID, CLIENT_ID, environment("AZURE_CLIENT_SECRET"), authority=AUTHORITY<<discovery>>)

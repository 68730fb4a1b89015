    # The file with a token of the other identity provider; it is read again when the token has ended.
    return WorkloadIdentityCredential(tenant_id=TENANT_ID, client_id=CLIENT_ID,
                                      token_file_path=environment("AZURE_FEDERATED_TOKEN_FILE"),
                                      authority=AUTHORITY<<discovery>>)

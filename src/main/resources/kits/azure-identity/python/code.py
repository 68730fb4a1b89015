    # The code that your web application was sent; it works once and for one service.
    return AuthorizationCodeCredential(TENANT_ID, CLIENT_ID, environment("AUTHORIZATION_CODE"), <<redirect-uri>>,
                                       client_secret=environment("AZURE_CLIENT_SECRET"), authority=AUTHORITY<<discovery>>)

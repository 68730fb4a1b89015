    return InteractiveBrowserCredential(tenant_id=TENANT_ID, client_id=CLIENT_ID, redirect_uri=<<redirect-uri>>,
                                        authority=AUTHORITY<<discovery>>)

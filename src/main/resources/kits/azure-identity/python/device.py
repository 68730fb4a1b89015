    return DeviceCodeCredential(CLIENT_ID, tenant_id=TENANT_ID, authority=AUTHORITY<<discovery>>)

        return new DeviceCodeCredentialBuilder().authorityHost(AUTHORITY)<<discovery>>
            .tenantId(TENANT_ID)
            .clientId(CLIENT_ID)
            .challengeConsumer((challenge) -> System.err.println(challenge.getMessage()))
            .build();

// For the pages of the single-page application. Needs the package @azure/identity (4 or later) and a bundler.

import { InteractiveBrowserCredential } from '@azure/identity';

export const NAME = <<name>>;

const credential = new InteractiveBrowserCredential({
    tenantId: <<tenant>>,
    clientId: <<app-id>>,
    redirectUri: <<redirect-uri>>,
    authorityHost: <<authority>>,<<discovery>>
});

// What the service answers; 401 means another audience, 403 that the person has no role at the service.
async function ask(address, accept, scope) {
    const { token } = await credential.getToken(scope);
    return fetch(address, {
        headers: { Authorization: `Bearer ${token}`, Accept: accept },
        redirect: 'manual',
    });
}

<<services>>

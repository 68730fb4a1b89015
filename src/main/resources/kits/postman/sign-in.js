// Gets a token when there is none, or when it ends within a minute.
const ends = Number(pm.environment.get('bearerTokenEnds') || 0);
if (!pm.environment.get('bearerToken') || ends < Date.now() + 60000) {
    const form = {
        grant_type: 'client_credentials',
        client_id: pm.environment.get('clientId'),
        client_secret: pm.environment.get('clientSecret'),
        scope: pm.environment.get('scope'),
    };
    // Encoded here, because what is encoded holds nothing that Postman could take for a variable.
    const body = Object.keys(form).map((name) => name + '=' + encodeURIComponent(form[name])).join('&');
    pm.sendRequest({
        url: pm.environment.get('authority') + '/' + pm.environment.get('tenantId') + '/oauth2/v2.0/token',
        method: 'POST',
        header: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: { mode: 'raw', raw: body },
    }, (error, response) => {
        if (error || response.code !== 200) {
            pm.environment.unset('bearerToken');
            console.error('The sign-in service gave no token.', error || response.text());
            console.error(<<advice>>);
            return;
        }
        const answer = response.json();
        pm.environment.set('bearerToken', answer.access_token);
        pm.environment.set('bearerTokenEnds', String(Date.now() + Number(answer.expires_in) * 1000));
    });
}

pm.test('Reading works', () => {
    if (pm.response.code === 401) {
        pm.expect.fail('Challenge: ' + pm.response.headers.get('WWW-Authenticate') + '. ' + <<advice-401>>);
    }
    if (pm.response.code === 403) {
        pm.expect.fail(<<advice-403>>);
    }
    pm.expect(pm.response.code).to.be.oneOf([200, 204]);
});

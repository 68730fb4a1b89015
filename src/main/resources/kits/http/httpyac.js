// Lets httpYac understand how the REST Client of Visual Studio Code names parts of an answer,
// {{name.response.body.member}}, so that the same .http files work in both.
module.exports = {
    configureHooks: (api) => {
        api.hooks.onResponse.addHook('restClientNames', (response, context) => {
            const name = context.httpRegion.metaData.name;
            if (name) {
                response.parsedBody = { ...response.parsedBody, response: { body: { ...response.parsedBody } } };
            }
        });
    },
};

// Lets httpYac read how the REST Client of Visual Studio Code names a part of an answer,
// name.response.body.member between double braces, so that the same .http files work in both.
const NAMED = /\{\{\s*(\w+)\.response\.body\.(\w+)\s*\}\}/g;

module.exports = {
    configureHooks: (api) => {
        api.hooks.replaceVariable.addHook('restClientNames',
            async (text) => (typeof text === 'string' ? text.replace(NAMED, '{{$1.$2}}') : text),
            { before: ['javascript'] });
    },
};

// Parses files of kits: node parse.cjs NODE_MODULES FILE...
// PowerShell, C# and Bicep by their tree-sitter grammars, Terraform by HashiCorp's own parser.
// Prints the JSON form of Terraform files, one a line, and names what it cannot parse.
const fs = require('fs');
const path = require('path');

const [modules, ...files] = process.argv.slice(2);
const grammars = path.join(modules, '@vscode/tree-sitter-wasm/wasm');
const grammarOf = {
    '.ps1': path.join(grammars, 'tree-sitter-powershell.wasm'),
    '.cs': path.join(grammars, 'tree-sitter-c-sharp.wasm'),
    '.bicep': path.join(modules, 'tree-sitter-bicep/tree-sitter-bicep.wasm'),
};
const { Parser, Language } = require(path.join(grammars, 'tree-sitter.js'));

function complain(file, node) {
    if (node.isError || node.isMissing) {
        console.error(`${file}:${node.startPosition.row + 1}: ${node.text.slice(0, 100)}`);
        process.exitCode = 1;
    }
    node.children.forEach((child) => complain(file, child));
}

(async () => {
    await Parser.init();
    const parser = new Parser();
    const loaded = new Map();
    for (const file of files) {
        const text = fs.readFileSync(file, 'utf8');
        if (file.endsWith('.tf')) {
            const { parse } = require(path.join(modules, '@cdktf/hcl2json'));
            console.log(JSON.stringify(await parse(file, text)));
            continue;
        }
        const grammar = grammarOf[path.extname(file)];
        if (!loaded.has(grammar)) {
            loaded.set(grammar, await Language.load(grammar));
        }
        parser.setLanguage(loaded.get(grammar));
        // The grammar of Bicep is older than its statement for extensions.
        complain(file, parser.parse(text.replace(/^extension microsoftGraphV1$/m, '')).rootNode);
    }
})().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});

// Parses files of kits: node parse.cjs NODE_MODULES FILE...
// PowerShell and C# by their tree-sitter grammars, Terraform by HashiCorp's own parser.
// Prints the JSON form of Terraform files, one a line, and names what it cannot parse.
const fs = require('fs');
const path = require('path');

const [modules, ...files] = process.argv.slice(2);
const grammars = path.join(modules, '@vscode/tree-sitter-wasm/wasm');
const { Parser, Language } = require(path.join(grammars, 'tree-sitter.js'));
const { parse } = require(path.join(modules, '@cdktf/hcl2json'));

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
    for (const file of files) {
        const text = fs.readFileSync(file, 'utf8');
        if (file.endsWith('.tf')) {
            console.log(JSON.stringify(await parse(file, text)));
            continue;
        }
        const grammar = file.endsWith('.ps1') ? 'powershell' : 'c-sharp';
        parser.setLanguage(await Language.load(path.join(grammars, `tree-sitter-${grammar}.wasm`)));
        complain(file, parser.parse(text).rootNode);
    }
})().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});

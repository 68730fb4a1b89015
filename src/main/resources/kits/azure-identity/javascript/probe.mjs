// Needs Node.js 18 or later and the package @azure/identity (4 or later): npm install @azure/identity
// Ends with 0 when every service answered, with 1 when one did not, and with 2 when something is missing.

import process from 'node:process';
import { <<type>> } from '@azure/identity';

const NAME = <<name>>;
const AUTHORITY = <<authority>>;
const TENANT_ID = <<tenant>>;
const CLIENT_ID = <<app-id>>;

function environment(name) {
    if (!process.env[name]) {
        console.error(`Set the environment variable ${name}.`);
        process.exit(2);
    }
    return process.env[name];
}

function createCredential() {
<<credential>>
}

async function ask(credential, address, accept, scope) {
    const { token } = await credential.getToken(scope);
    const answer = await fetch(address, {
        headers: { Authorization: `Bearer ${token}`, Accept: accept },
        redirect: 'manual',
    });
    console.error(address, 'answered with', answer.status, answer.headers.get('WWW-Authenticate') ?? '');
    return answer.status === 200 || answer.status === 204;
}

const credential = createCredential();
let works = true;
<<services>>
process.exitCode = works ? 0 : 1;

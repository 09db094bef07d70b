// A sample for mobile teams: signs in by the system's browser (authorization code, PKCE S256), files a declaration with a proof and follows it
// until it is decided, over expired tokens, lost connections and restarts of the server. Node 20 with openid-client, graphql-ws and ws.
//
//   node mobile.mjs proof.png
//
// It prints the address to open and reads, as a line, the address that the browser was sent back to: on a telephone these are the system's
// browser and the deep link of the app.
//
// HNCE_URL       address of the system, http://localhost:5080 without it
// HNCE_CLIENT    the identifier with which the app is registered in 客户端管理
// HNCE_REDIRECT  an address that was registered for it
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import * as oidc from 'openid-client';
import WebSocket from 'ws';

const { HNCE_URL: base = 'http://localhost:5080', HNCE_CLIENT: client, HNCE_REDIRECT: redirect } = process.env;
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

// Only a system on this machine may be spoken to without HTTPS.
const isLocal = ['localhost', '127.0.0.1'].includes(new URL(base).hostname);
const server = await oidc.discovery(new URL(base), client, undefined, oidc.None(), isLocal ? { execute: [oidc.allowInsecureRequests] } : undefined);

async function signIn() {
  const [pkceCodeVerifier, expectedState] = [oidc.randomPKCECodeVerifier(), oidc.randomState()];
  const address = oidc.buildAuthorizationUrl(server, {
    redirect_uri: redirect,
    scope: 'account records declare offline_access',
    state: expectedState,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  console.log(address.href);
  return oidc.authorizationCodeGrant(server, new URL((await lines.next()).value), { pkceCodeVerifier, expectedState });
}

// A refresh token is good once: keep the new one before anything else is done.
async function refresh() {
  tokens = { ...tokens, ...(await oidc.refreshTokenGrant(server, tokens.refresh_token)) };
  console.log('refreshed');
}

async function send(path, init) {
  const ask = () => fetch(base + path, { method: 'POST', ...init, headers: { ...init.headers, Authorization: `Bearer ${tokens.access_token}` } });
  let response = await ask();
  if (response.status === 401) {
    await refresh();
    response = await ask();
  }

  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

async function ask(query, variables) {
  const { data, errors } = await send('/graphql', { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  if (errors) throw new Error(errors.map(error => `${error.extensions.code} ${error.message}`).join('\n'));
  return data;
}

async function upload(file) {
  const body = new FormData();
  body.append('file', new Blob([await readFile(file)]), basename(file));
  return (await send('/files', { body })).id;
}

async function declare(proof) {
  const { openCreditYears } = await ask('{ openCreditYears }');
  const creditYear = Math.max(...openCreditYears);
  const details = { title: '城区学校课后服务调研', organiser: '郑州市教育局', startDate: `${creditYear}-01-05`, endDate: `${creditYear}-01-07`, adoption: 'NONE', days: '3', rank: '1' };
  const form = { kind: 'SPECIAL_SURVEY', category: 'PROFESSIONAL', creditYear, file: await upload(proof), details: Object.entries(details).map(([name, value]) => ({ name, value })) };
  const { declare: { declarationId, userErrors } } = await ask(
    'mutation Declare($input: DeclareInput!) { declare(input: $input) { declarationId userErrors { code message path } } }', { input: { form } });
  if (!declarationId) throw new Error(userErrors.map(refusal => `${refusal.code} ${refusal.message}`).join('\n'));
  return declarationId;
}

// The last cursor is all that has to be kept: what happened while nobody listened is told first.
async function follow(id) {
  const decided = ['PASSED', 'FAILED', 'RETURNED', 'REVOKED'];
  for (let after = null; ;) {
    const socket = createClient({
      url: `${base.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { Authorization: `Bearer ${tokens.access_token}` },
    });
    try {
      const events = socket.iterate({ query: 'subscription Follow($id: ID, $after: String) { declarationChanged(id: $id, after: $after) { cursor declaration { status } } }', variables: { id, after } });
      let event = events.next();
      event.catch(() => {});

      // The server takes messages in order: this answer is the state from which on changes are told.
      const now = await socket.iterate({ query: 'query Now($id: ID!) { declaration(id: $id) { status } }', variables: { id } }).next();
      let { status } = now.value.data.declaration;
      console.log(status);
      while (!decided.includes(status)) {
        const { value, done } = await event;
        if (done || value.errors) break;
        ({ cursor: after, declaration: { status } } = value.data.declarationChanged);
        console.log(status);
        event = events.next();
      }

      if (decided.includes(status)) return;
    } catch (closed) {
      // 4401: the token has expired or was ended. Anything else: the way there is broken, or the server restarts.
      if (closed.code === 4401) await refresh();
      else await pause(500);
    } finally {
      socket.dispose();
    }
  }
}

let tokens = await signIn();
await follow(await declare(process.argv[2]));
process.exit(0);

// A sample for integrators: signs in, uploads a proof, checks and files a declaration, reads the inbox. Node 20, no packages.
//
//   node declare.mjs proof.png
//
// HNCE_URL           address of the system, http://localhost:5080 without it
// HNCE_TOKEN         a bearer token; without one, the next two sign in by cookie
// HNCE_ID_NUMBER     身份证号码
// HNCE_PASSWORD      密码
// HNCE_CAPTCHA       answer of the captcha; in Development 8888 is always right
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

const { HNCE_URL: base = 'http://localhost:5080', HNCE_TOKEN: token, HNCE_ID_NUMBER: idNumber, HNCE_PASSWORD: password, HNCE_CAPTCHA: captchaAnswer = '8888' } = process.env;

// Every request says that no foreign page sends it, and who asks: a token, or the cookie of a session.
const headers = { 'GraphQL-Preflight': '1', ...(token ? { Authorization: `Bearer ${token}` } : {}) };

async function send(path, init) {
  const response = await fetch(base + path, { method: 'POST', ...init, headers: { ...headers, ...init.headers } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

const json = value => ({ headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) });

async function signIn() {
  const response = await send('/session', json({ userType: 'INDIVIDUAL', idNumber, password, captchaAnswer }));
  headers.Cookie = response.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ');
}

// Mistakes and missing permissions are errors; refusals of the business are data with a code, and so is success.
async function ask(query, variables) {
  const { data, errors } = await (await send('/graphql', json({ query, variables }))).json();
  if (errors) throw new Error(errors.map(error => `${error.extensions.code} ${error.message}`).join('\n'));
  return data;
}

async function upload(file) {
  const body = new FormData();
  body.append('file', new Blob([await readFile(file)]), basename(file));
  return (await (await send('/files', { body })).json()).id;
}

if (!token) await signIn();
const { viewer, openCreditYears } = await ask('{ viewer { name organization { name } } openCreditYears }');
console.log(`${viewer.name}，${viewer.organization.name}`);

const creditYear = Math.max(...openCreditYears);
const details = { title: '城区学校课后服务调研', organiser: '郑州市教育局', startDate: `${creditYear}-01-05`, endDate: `${creditYear}-01-07`, adoption: 'NONE', days: '3', rank: '1' };
const form = {
  kind: 'SPECIAL_SURVEY',
  category: 'PROFESSIONAL',
  creditYear,
  file: await upload(process.argv[2]),
  details: Object.entries(details).map(([name, value]) => ({ name, value })),
};

const { checkDeclaration } = await ask('query Check($input: DeclareInput!) { checkDeclaration(input: $input) { claimedHours proposal { hours trace } userErrors { code message path } } }', { input: { form } });
console.log(`可折算 ${checkDeclaration.proposal?.hours} 学时`);

const { declare } = await ask('mutation Declare($input: DeclareInput!) { declare(input: $input) { declarationId userErrors { code message path } } }', { input: { form } });
for (const refusal of declare.userErrors) console.log(`未提交：${refusal.code} ${refusal.message}`);

if (declare.declarationId) {
  const { declaration } = await ask('query Filed($id: ID!) { declaration(id: $id) { title status timeline { event actor } } }', { id: declare.declarationId });
  console.log(`${declaration.title}：${declaration.status}`);
}

// The inbox, page by page.
let after = null;
do {
  const { inbox } = await ask('query Inbox($after: String) { inbox(first: 50, after: $after) { nodes { at heading text } pageInfo { endCursor hasNextPage } } }', { after });
  for (const message of inbox.nodes) console.log(`${message.at} ${message.heading}`);
  after = inbox.pageInfo.hasNextPage ? inbox.pageInfo.endCursor : null;
} while (after);

if (!token) await send('/session', { method: 'DELETE' });
process.exitCode = declare.userErrors.length ? 1 : 0;

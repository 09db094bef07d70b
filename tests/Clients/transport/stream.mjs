// Follows declarations with graphql-sse, a connection for each operation: node stream.mjs http://localhost:5080 COOKIE
// Says ready once it follows, then one line of JSON for the first event.
import { createClient } from 'graphql-sse';

const [, , origin, cookie] = process.argv;
const client = createClient({
  url: `${origin}/graphql`,
  singleConnection: false,
  retryAttempts: 0,
  headers: { cookie, 'GraphQL-Preflight': '1' },
  on: { connected: () => console.log('ready') },
});

for await (const { data, errors } of client.iterate({ query: 'subscription { declarationChanged { cursor declaration { id status } } }' })) {
  console.log(JSON.stringify(errors ?? data));
  break;
}

client.dispose();
process.exit(0);

// Follows declarations and the inbox with graphql-ws: node socket.mjs http://localhost:5080 COOKIE
// Says who it is once it follows, then one line of JSON for each event; ends after one of each kind.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [, , origin, cookie] = process.argv;

class WithCookie extends WebSocket {
  constructor(address, protocols) {
    super(address, protocols, { headers: { cookie, origin } });
  }
}

const client = createClient({ url: `${origin.replace('http', 'ws')}/graphql`, webSocketImpl: WithCookie, retryAttempts: 0, lazy: false });
const waiting = new Set(['declarationChanged', 'inboxItemAdded']);
const follow = (field, query) =>
  client.subscribe({ query }, {
    next: ({ data, errors }) => {
      console.log(JSON.stringify(errors ?? data));
      waiting.delete(field);
      if (waiting.size === 0) {
        client.dispose();
        process.exit(0);
      }
    },
    error: (error) => { console.log(JSON.stringify({ code: error.code, reason: error.reason, error: `${error.message ?? ''}` })); process.exit(1); },
    complete: () => {},
  });

follow('declarationChanged', 'subscription { declarationChanged { cursor declaration { id status } } }');
follow('inboxItemAdded', 'subscription { inboxItemAdded { cursor message { kind heading } } }');

// The server takes messages in order: when this is answered, both are followed.
for await (const { data, errors } of client.iterate({ query: '{ viewer { name } }' })) {
  console.log(JSON.stringify(errors ?? data));
}

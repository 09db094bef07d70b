// What a page of another site would do: node foreign.mjs http://localhost:5080 COOKIE. Prints the status of the refused handshake.
import WebSocket from 'ws';

const [, , origin, cookie] = process.argv;
const socket = new WebSocket(`${origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: { cookie, origin: 'https://evil.example' } });
socket.on('open', () => { console.log('open'); process.exit(1); });
socket.on('unexpected-response', (_, response) => { console.log(response.statusCode); process.exit(0); });

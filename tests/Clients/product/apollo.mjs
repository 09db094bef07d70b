// Apollo Client as an integrator uses it: reads, pages, writes, and the two kinds of errors.
// usage: node apollo.mjs <address of the host> <credentials as JSON>
import assert from 'node:assert/strict';
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

const [base, credentials] = process.argv.slice(2);
const headers = { 'GraphQL-Preflight': '1' };
const session = await fetch(`${base}/session`, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: credentials });
assert.equal(session.status, 204, await session.text());
headers.Cookie = session.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ');

const client = new ApolloClient({
  link: new HttpLink({ uri: `${base}/graphql`, headers }),
  cache: new InMemoryCache({
    possibleTypes: { Organization: ['Employer', 'HrBureau', 'IndustryDepartment', 'TrainingInstitution'] },
    typePolicies: { Query: { fields: { pickEmployers: relayStylePagination(['name']) } } },
  }),
});

// A query; the second time from the cache.
const me = gql`query Me { viewer { name userType organization { __typename id name } } }`;
const { data } = await client.query({ query: me });
assert.equal(data.viewer.userType, 'INDIVIDUAL');
assert.deepEqual((await client.query({ query: me, fetchPolicy: 'cache-only' })).data, data);
console.log('query', data.viewer.organization.__typename);

// Pages: the cache joins the edges of a connection.
const pick = gql`query Pick($after: String) { pickEmployers(first: 2, after: $after) { edges { cursor node { id name } } pageInfo { endCursor hasNextPage hasPreviousPage startCursor } } }`;
const list = client.watchQuery({ query: pick });
const subscription = list.subscribe(() => {});
let page = (await list.refetch()).data.pickEmployers;
const wanted = 3;
for (let i = 1; i < wanted; i++) {
  assert.ok(page.pageInfo.hasNextPage);
  await list.fetchMore({ variables: { after: page.pageInfo.endCursor } });
  page = client.readQuery({ query: pick }).pickEmployers;
}
subscription.unsubscribe();
assert.equal(new Set(page.edges.map(edge => edge.node.id)).size, 2 * wanted);
console.log('pages', page.edges.length);

// A write, and a refusal of the business, which is data and no error.
const written = await client.mutate({ mutation: gql`mutation Read { readInbox { read userErrors { code message path } } }` });
assert.deepEqual(written.data.readInbox.userErrors, []);
const refused = await client.mutate({
  mutation: gql`mutation Withdraw($id: ID!) { withdrawDeclaration(input: { id: $id }) { declarationId userErrors { code message path } } }`,
  variables: { id: data.viewer.organization.id },
});
assert.equal(refused.data.withdrawDeclaration.userErrors[0].code, 'NOT_FOUND');
console.log('refusal', refused.data.withdrawDeclaration.userErrors[0].message);

// A missing permission: with "all" the rest of the answer arrives, with "none" the call fails.
const mixed = gql`query Mixed { viewer { name } bureau(id: "x") { name } }`;
const partial = await client.query({ query: mixed, errorPolicy: 'all', fetchPolicy: 'network-only' });
assert.equal(partial.data.bureau, null);
assert.ok(CombinedGraphQLErrors.is(partial.error));
assert.equal(partial.error.errors[0].extensions.code, 'FORBIDDEN');
await assert.rejects(client.query({ query: mixed, fetchPolicy: 'network-only' }), error => CombinedGraphQLErrors.is(error));
console.log('errors', partial.error.errors[0].extensions.code);

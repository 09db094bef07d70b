// Judges a running graph by the GraphQL-over-HTTP audit of the npm package graphql-http.
//
//   npm install --no-save graphql@16 graphql-http@1.23.1        (in a folder outside the repository)
//   NODE_PATH is not read for modules: run it from that folder, or set AUDIT_MODULES to its node_modules.
//   AUDIT_MODULES=/tmp/audit/node_modules node tests/Graph.Tests/Http/audit.mjs http://localhost:5000/graphql
//
// Ends with the number of errors; warnings are options of the specification that were decided otherwise.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const modules = process.env.AUDIT_MODULES ?? join(process.cwd(), 'node_modules');
const { auditServer } = createRequire(join(modules, 'audit.cjs'))('graphql-http');

const url = process.argv[2];
if (!url) {
  console.error('usage: node audit.mjs <url of the graph>');
  process.exit(2);
}

const results = await auditServer({ url, fetchFn: fetch });
const counts = { ok: 0, warn: 0, error: 0, notice: 0 };
for (const result of results) {
  counts[result.status]++;
  if (result.status !== 'ok') {
    console.log(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
  }
}

console.log(`${counts.ok} ok, ${counts.notice} notices, ${counts.warn} warnings, ${counts.error} errors`);
process.exit(counts.error);

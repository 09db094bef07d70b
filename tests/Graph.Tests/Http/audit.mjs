// Judges a running graph by the GraphQL-over-HTTP audit of the npm package graphql-http.
//
// Run it from a folder with the packages of package.json beside it: node audit.mjs http://localhost:5000/graphql
// Ends with the number of errors; warnings are options of the specification that were decided otherwise.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const modules = join(process.cwd(), 'node_modules');
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

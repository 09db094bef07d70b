// The GraphQL-over-HTTP audit of graphql-http: node audit.mjs http://localhost:5080/graphql
import { auditServer } from 'graphql-http';

const counts = { ok: 0, notice: 0, warn: 0, error: 0 };
for (const result of await auditServer({ url: process.argv[2], fetchFn: fetch })) {
  counts[result.status]++;
  if (result.status !== 'ok') {
    console.log(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
  }
}

console.log(`${counts.ok} ok, ${counts.notice} notices, ${counts.warn} warnings, ${counts.error} errors`);
process.exit(counts.error);

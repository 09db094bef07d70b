// Compiles only while the generated types say what the schema promises.
import type { DeclareMutation, DeclareMutationVariables, OwnerQuery, YearsQuery } from '../__generated__/codegen/operations.js';
import type { DeclarationStatus, RefusalCode } from '../__generated__/codegen/schema.js';

export const hours = (years: YearsQuery): number => years.yearCompletions.nodes.reduce((sum, year) => sum + year.publicHours, 0);

export const numbers = (years: YearsQuery): (string | undefined)[] => years.yearCompletions.nodes.map(year => year.certificate?.number);

export const status = (owner: OwnerQuery): DeclarationStatus | undefined => (owner.node?.__typename === 'Declaration' ? owner.node.status : undefined);

export const codes = (answer: DeclareMutation): RefusalCode[] => answer.declare.userErrors.map(error => error.code);

export const form: DeclareMutationVariables = { input: { form: { kind: 'OTHER', category: 'PUBLIC', creditYear: 2026, file: 'x', details: [{ name: 'title', value: '岗位练兵' }] } } };

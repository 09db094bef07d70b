// What a Relay app writes: a connection that pages, a fragment that is fetched again by node(id), a write with its refusals.
import { graphql } from 'relay-runtime';

export const page = graphql`
  query RecordsQuery($status: [DeclarationStatus!]) { ...Records_list @arguments(status: $status) }
`;

export const list = graphql`
  fragment Records_list on Query
  @refetchable(queryName: "RecordsPageQuery")
  @argumentDefinitions(status: { type: "[DeclarationStatus!]" }, count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
    declarations(first: $count, after: $cursor, filter: { statuses: $status }) @connection(key: "Records_declarations", filters: ["filter"]) {
      edges { node { id ...Records_record } }
    }
  }
`;

export const back = graphql`
  fragment Records_back on Query
  @refetchable(queryName: "RecordsBackQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
    declarations(last: $count, before: $cursor) @connection(key: "RecordsBack_declarations") { edges { node { id } } }
  }
`;

export const record = graphql`
  fragment Records_record on Declaration @refetchable(queryName: "RecordsRecordQuery") {
    title
    status
    claimedHours
    employer { name }
    target { __typename name ... on HrBureau { id } }
  }
`;

export const withdraw = graphql`
  mutation RecordsWithdrawMutation($input: WithdrawDeclarationInput!) {
    withdrawDeclaration(input: $input) { declarationId userErrors { code message path } }
  }
`;

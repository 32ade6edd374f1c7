import { describe, expect, it } from "@jest/globals";
import { schema as github } from "@octokit/graphql-schema";
import { buildSchema, parse, validate } from "graphql";
import {
  directoriesQuery,
  entriesQuery,
  filesQuery,
  FILES_PER_QUERY,
  MARK_READY,
  MORE_ENDED,
  MORE_FEEDBACK,
  MORE_OPEN,
  MORE_REFS,
  MORE_REPLIES,
  SNAPSHOT,
  treesQuery,
} from "../../src/github/queries.ts";

// The published text defines two fields twice, which is valid once merged.
const schema = buildSchema(github.idl, { assumeValidSDL: true });

describe("GraphQL documents", () => {
  it.each([
    ["SNAPSHOT", SNAPSHOT],
    ["MORE_FEEDBACK", MORE_FEEDBACK],
    ["MORE_REPLIES", MORE_REPLIES],
    ["MORE_REFS", MORE_REFS],
    ["MORE_OPEN", MORE_OPEN],
    ["MORE_ENDED", MORE_ENDED],
    ["MARK_READY", MARK_READY],
    ["a query for one file", filesQuery(1)],
    ["a query for a full page of files", filesQuery(FILES_PER_QUERY)],
    ["a query for what git has at paths", entriesQuery(2)],
    ["a query for directories", directoriesQuery(2)],
    ["a query for what directories hold", treesQuery(2)],
  ])("%s is valid against GitHub's published schema", (_name, document) => {
    expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
  });
});

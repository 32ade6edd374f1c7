/** Sourcery: labelled inline comments; review bodies whose bullets stand nowhere else, and repeat the rest. */
import { readConventional } from "../conventional.ts";
import { readMarkdown } from "../read-markdown.ts";
import { visible } from "../visible.ts";
import type { Tool } from "./tool.ts";

export const SOURCERY: Tool = {
  name: "sourcery",
  logins: ["sourcery-ai"],
  read: (document, options) => {
    const blocks = visible(document);
    const individual = blocks.findIndex(
      ({ kind, content }) => kind === "heading" && /^Individual Comments/i.test(content),
    );
    const own = individual === -1 ? blocks : blocks.slice(0, individual);
    const labelled = readConventional(document, own);
    if (labelled) return labelled;
    return readMarkdown(document, options, own).map((finding) => ({ ...finding, isClaimed: true }));
  },
};

